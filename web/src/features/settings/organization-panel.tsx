import { Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../api/client.ts'
import type { Settings } from '../../api/types.ts'
import { useFormat } from '../../ui/format-context.tsx'
import { Panel } from '../../ui/page.tsx'

type Words = Readonly<{ singular: string; plural: string }>
type Values = Readonly<{ setup: Settings['setup']; organizationWord: Words }>

const setups = ['hybrid', 'hierarchy', 'flat'] as const

/** Both empty: they are called organizations. */
export const wordsOf = ({ organizationWord }: Pick<Settings, 'organizationWord'>): Words =>
  organizationWord ?? { singular: '', plural: '' }

export const wordOf = ({ organizationWord: { singular, plural } }: Pick<Values, 'organizationWord'>) =>
  singular.trim() === '' && plural.trim() === '' ? null : { singular, plural }

/** `own` is missing where its `other` is given. */
export const isWordMissing = (own: string, other: string): boolean => own.trim() === '' && other.trim() !== ''

/** How people and organizations are laid out, and what organizations are called. */
export function OrganizationPanel<V extends Values>({ form }: Readonly<{ form: UseFormReturnType<V> }>) {
  const { t } = useTranslation()
  const { organizationWord } = form.values
  const plural = organizationWord.plural.trim() || t('customerFields.organizations')
  return (
    <Panel title={t('settings.organizations.title')} description={t('settings.organizations.hint')}>
      <Stack gap="md">
        <Radio.Group label={t('settings.organizations.setup')} {...form.getInputProps('setup')}>
          <Stack gap={8} mt={4}>
            {setups.map((setup) => (
              <Radio
                key={setup}
                value={setup}
                label={t(`settings.organizations.${setup}`)}
                description={t(`settings.organizations.${setup}Hint`, { organizations: plural })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Preview setup={form.values.setup} organizations={plural} isChanged={form.isDirty('setup')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('settings.organizations.singular')}
            placeholder={t('customerFields.organization')}
            maxLength={40}
            {...form.getInputProps('organizationWord.singular')}
          />
          <TextInput
            label={t('settings.organizations.plural')}
            placeholder={t('customerFields.organizations')}
            maxLength={40}
            {...form.getInputProps('organizationWord.plural')}
          />
        </SimpleGrid>
      </Stack>
    </Panel>
  )
}

type PreviewProps = Readonly<{ setup: Settings['setup']; organizations: string; isChanged: boolean }>

/** What the chosen set-up shows of the customers who are here. */
function Preview({ setup, organizations, isChanged }: PreviewProps) {
  const { t } = useTranslation()
  const businesses = useCountText('business')
  const people = useCountText('personal')
  if (businesses === null || people === null) return null
  const tabs = { organizations, businesses, people }
  const lists = {
    flat: t('settings.organizations.previewFlat'),
    hybrid: t('settings.organizations.previewHybrid', tabs),
    hierarchy: t('settings.organizations.previewTabs', tabs),
  }[setup]
  return (
    <Text size="sm" role="status">
      {lists} {isChanged && t('settings.organizations.previewKept')}
    </Text>
  )
}

function useCountText(type: 'business' | 'personal'): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['customers', 'count', { type }],
    queryFn: ({ signal }) =>
      send(api.GET('/api/v1/customers/count', { signal, params: { query: { type } } })),
  })
  if (data === undefined) return null
  const number = format.number(data.estimate ?? data.count)
  return data.capped ? t('settings.organizations.about', { number }) : number
}
