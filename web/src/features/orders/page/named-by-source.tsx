import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { PhoneText } from '../../../ui/figures.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import type { Order } from '../orders.api.ts'

type Reference = NonNullable<Order['customerReference']>
const names = ['number', 'externalId', 'email', 'phone', 'id'] as const

/** Whom the source meant, for somebody to find them. */
export function NamedBySource({ reference, source }: Readonly<{ reference: Reference; source: string }>) {
  const { t } = useTranslation()
  const sourceText = useSourceText([source])
  const said = names.flatMap((name) => {
    const value = reference[name]
    if (typeof value !== 'string') return []
    return [
      [
        t(`orders.assign.reference.${name}`),
        name === 'phone' ? <PhoneText key={name} number={value} /> : value,
      ] as const,
    ]
  })
  const organization = wordsOf(reference.organization)
  const items =
    organization === '' ? said : [...said, [t('orders.assign.reference.organization'), organization] as const]
  if (items.length === 0) return null
  return (
    <>
      <Text size="sm" mt={6}>
        {t('orders.assign.named', { source: sourceText(source) })}
      </Text>
      <DataList items={items} />
    </>
  )
}

const wordsOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value)
        .filter((one) => typeof one === 'string')
        .join(' · ')
    : ''
