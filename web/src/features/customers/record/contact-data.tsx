import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../customers.api.ts'
import { AddressLine, EmailLine, PhoneLine } from './contact-lines.tsx'
import { InPlace } from './in-place/in-place.tsx'
import { useInPlace } from './in-place/in-place-context.ts'
import { AddButton } from './in-place/value-place.tsx'
import classes from './record.module.css'

/** How to reach them: each line can be used, copied and edited where it stands. */
export function ContactData({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { mayWrite } = useInPlace()
  const { email, additionalEmails, phones, addresses } = customer
  const emails = [...(email === null ? [] : [email]), ...additionalEmails]
  const isEmpty = emails.length + phones.length + addresses.length === 0
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('customerRecord.contactData')}</h2>
      {isEmpty && !mayWrite && (
        <Text size="sm" c="dimmed">
          {t('customerRecord.noContactData')}
        </Text>
      )}
      <InPlace part="phones" label={t('customerFields.phones')}>
        {(edit) =>
          phones.length === 0 ? (
            <AddButton edit={edit} text={t('customerRecord.inPlace.phone')} />
          ) : (
            <ul className={classes.contact}>
              {phones.map((phone, at) => (
                <PhoneLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: a phone has no id, and the same number may stand there twice
                  key={at}
                  phone={phone}
                  isOnly={phones.length === 1}
                  edit={edit}
                  focus={`phones.${at}.number`}
                />
              ))}
            </ul>
          )
        }
      </InPlace>
      <InPlace part="emails" label={t('customerFields.email')}>
        {(edit) =>
          emails.length === 0 ? (
            <AddButton edit={edit} text={t('customerRecord.inPlace.email')} />
          ) : (
            <ul className={classes.contact}>
              {emails.map((one, at) => (
                <EmailLine
                  key={one}
                  email={one}
                  edit={edit}
                  focus={at === 0 ? 'email' : 'additionalEmails'}
                />
              ))}
            </ul>
          )
        }
      </InPlace>
      {addresses.map((address) => (
        <InPlace key={address.id} part={`address:${address.id}`} label={t('customerRecord.inPlace.address')}>
          {(edit) => (
            <ul className={classes.contact}>
              <AddressLine address={address} isOnly={addresses.length === 1} edit={edit} />
            </ul>
          )}
        </InPlace>
      ))}
      <InPlace part="address:new" label={t('customerRecord.inPlace.address')}>
        {(edit) => <AddButton edit={edit} text={t('customerRecord.inPlace.address')} />}
      </InPlace>
    </>
  )
}
