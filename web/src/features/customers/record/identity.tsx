import { Badge, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useName } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import type { Customer } from '../customers.api.ts'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { clickToEdit, EditButton } from './in-place/edit-button.tsx'
import { InPlace } from './in-place/in-place.tsx'
import { AddButton, ValuePlace } from './in-place/value-place.tsx'
import classes from './record.module.css'

/** Photo, name, what they are and where they belong. */
export function Identity({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { photoUrl, type, status, billing, nickname, businessName } = customer
  const displayName = useName(customer.displayName)
  useDocumentTitle(`${displayName} · Clientele`)
  const isPerson = type === 'personal'
  return (
    <div className={classes.identity}>
      <Initials key={photoUrl} name={displayName} photoUrl={photoUrl} type={type} size={64} />
      <div className={classes.identityWords}>
        <ValuePlace part="name" label={t('customerFields.displayName')}>
          <Title order={1} className={classes.name}>
            <bdi>{displayName}</bdi>
          </Title>
        </ValuePlace>
        {isPerson && nickname !== null && nickname !== displayName && (
          <ValuePlace part="nickname" label={t('customerFields.nickname')}>
            <Text size="sm" c="dimmed">
              “<bdi>{nickname}</bdi>”
            </Text>
          </ValuePlace>
        )}
        {isPerson && businessName !== null && businessName !== displayName && (
          <ValuePlace part="businessName" label={t('customerFields.businessName')}>
            <Text size="sm">
              <bdi>{businessName}</bdi>
            </Text>
          </ValuePlace>
        )}
        <div className={classes.badges}>
          <Badge variant="default" size="sm" tt="none">
            {t(`customerFields.types.${type}`)}
          </Badge>
          {status === 'inactive' && (
            <Badge color="gray.7" size="sm" tt="none">
              {t('customerFields.statuses.inactive')}
            </Badge>
          )}
          {billing.onHold && (
            <Badge color="orange.8" size="sm" tt="none">
              {t('customerRecord.onHold')}
            </Badge>
          )}
        </div>
        {isPerson && <Affiliations customer={customer} />}
      </div>
    </div>
  )
}

/** “Head of events, Bell & Sons” */
function Affiliations({ customer: { organizations } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const label = useOrganizationsWord()
  return (
    <InPlace part="organizations" label={label}>
      {(edit) =>
        organizations.length === 0 ? (
          <AddButton edit={edit} text={t('customerRecord.inPlace.organization')} />
        ) : (
          <div className={classes.affiliations} {...clickToEdit(edit)}>
            <div>
              {organizations.slice(0, 3).map(({ id, name, title }) => (
                <Text key={id} size="sm" className={classes.affiliation}>
                  {title !== null && (
                    <>
                      <bdi>{title}</bdi>,{' '}
                    </>
                  )}
                  <LinkAnchor inherit to="/customers/$customerId" params={{ customerId: id }}>
                    <bdi>{name}</bdi>
                  </LinkAnchor>
                </Text>
              ))}
            </div>
            <EditButton edit={edit} label={label} />
          </div>
        )
      }
    </InPlace>
  )
}
