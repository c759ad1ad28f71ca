import { Alert, Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconExternalLink, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../../api/client.ts'
import { looksLikeEmail } from '../../../kernel/email.ts'
import { faultOf } from '../../../kernel/phone-fault.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { NameText } from '../../../ui/name-text.tsx'
import { useCustomerForm } from './form-context.ts'
import classes from './similar-hint.module.css'
import { type CustomerValues, typedName } from './values.ts'

/** Somebody like this is already there: shown while typing, in nobody's way. */
export function SimilarHint({ ownId }: Readonly<{ ownId: string | null }>) {
  const { t } = useTranslation()
  const { country } = useFormat()
  const router = useRouter()
  const { values } = useCustomerForm()
  const now = JSON.stringify(question(values, country))
  const [asked] = useDebouncedValue(now, 400)
  // Of somebody who is there already only what is typed now may be somebody else's.
  const [standing] = useState(ownId === null ? '' : now)
  const query = JSON.parse(asked) as Readonly<Record<string, string>>
  const isAsking = asked !== standing && Object.keys(query).some((key) => key !== 'country')
  const similar = useQuery({
    queryKey: ['customers', 'similar', ownId, query],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/customers/similar', {
          signal,
          params: { query: { ...query, ...(ownId === null ? {} : { exclude: ownId }) } },
        }),
      ),
    enabled: isAsking,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const items = isAsking ? (similar.data?.items ?? []) : []
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <Alert
          color="orange"
          variant="light"
          role="note"
          mb="md"
          p="sm"
          icon={<IconUsers size={18} />}
          title={t('customerForm.similar.title')}
        >
          <ul className={classes.list}>
            {items.map(({ id, displayName, because }) => {
              const { href } = router.buildLocation({
                to: '/customers/$customerId',
                params: { customerId: id },
              })
              return (
                <li key={id}>
                  <Anchor
                    href={href}
                    target="_blank"
                    size="sm"
                    className={classes.link}
                    aria-label={t('customerForm.similar.open', { name: displayName })}
                  >
                    <NameText name={displayName} />
                    <IconExternalLink size={14} aria-hidden />
                  </Anchor>
                  <span>{t(`customerForm.similar.${because}`)}</span>
                </li>
              )
            })}
          </ul>
          {t('customerForm.similar.saving')}
        </Alert>
      )}
    </div>
  )
}

/** Only what is whole enough to be compared: half an email is everybody's. */
function question(values: CustomerValues, home: string): Readonly<Record<string, string>> {
  const name = typedName(values)
  const phone = values.phones.find(({ number }) => number.trim().length >= 6 && faultOf(number) === null)
  const address = values.addresses.find(({ postalCode }) => postalCode.trim() !== '')
  return {
    ...(looksLikeEmail(values.email) ? { email: values.email.trim() } : {}),
    ...(phone ? { phone: phone.number.trim() } : {}),
    ...(name.length >= 3 ? { name } : {}),
    ...(address ? { postalCode: address.postalCode.trim() } : {}),
    country: values.addresses[0]?.country || home,
  }
}
