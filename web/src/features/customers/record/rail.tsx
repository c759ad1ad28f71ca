import { Badge, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { DayText } from '../../../ui/figures.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { TagBadge } from '../../../ui/tag-badge.tsx'
import type { Customer } from '../customers.api.ts'
import { TagPicker } from '../tag-picker.tsx'
import { ContactData } from './contact-data.tsx'
import { useEditTags } from './record.api.ts'
import classes from './record.module.css'

/** Who this is, at a glance: beside every tab of the record. */
export function Rail({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  return (
    <aside className={classes.rail} aria-label={t('customerRecord.summary')}>
      <Identity customer={customer} />
      <section className={classes.section} aria-label={t('customerRecord.tags')}>
        <Tags customer={customer} />
      </section>
      <section className={classes.section} aria-label={t('customerRecord.contactData')}>
        <ContactData customer={customer} />
      </section>
      <section className={classes.section} aria-label={t('customerRecord.about')}>
        <About customer={customer} />
      </section>
    </aside>
  )
}

function Identity({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { displayName, photoUrl, type, status, billing, nickname, businessName } = customer
  useDocumentTitle(`${displayName} · Clientele`)
  const isPerson = type === 'personal'
  return (
    <div className={classes.identity}>
      <Initials key={photoUrl} name={displayName} photoUrl={photoUrl} type={type} size={64} />
      <div className={classes.identityWords}>
        <Title order={1} className={classes.name}>
          {displayName}
        </Title>
        {isPerson && nickname !== null && nickname !== displayName && (
          <Text size="sm" c="dimmed">
            “{nickname}”
          </Text>
        )}
        {isPerson && businessName !== null && businessName !== displayName && (
          <Text size="sm">{businessName}</Text>
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
        <Affiliations customer={customer} />
      </div>
    </div>
  )
}

/** “Head of events, Bell & Sons” */
function Affiliations({ customer: { organizations } }: Readonly<{ customer: Customer }>) {
  return organizations.slice(0, 3).map(({ id, name, title }) => (
    <Text key={id} size="sm" className={classes.affiliation}>
      {title !== null && `${title}, `}
      <LinkAnchor inherit to="/customers/$customerId" params={{ customerId: id }}>
        {name}
      </LinkAnchor>
    </Text>
  ))
}

function Tags({ customer: { id, tags } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const edit = useEditTags(id)
  if (useCan()('customers.write')) {
    return (
      <TagPicker
        label={t('customerRecord.tags')}
        value={tags}
        onChange={(after) => edit.mutate({ before: tags, after })}
      />
    )
  }
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('customerRecord.tags')}</h2>
      <div className={classes.badges}>
        {tags.length === 0
          ? t('common.none')
          : tags.map((tag) => <TagBadge key={tag.id} name={tag.name} color={tag.color} />)}
      </div>
    </>
  )
}

function About({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { stores, number, customerSince, salesperson, manager } = customer
  const places = stores.map(({ name, preferred }) =>
    preferred && stores.length > 1 ? `${name} (${t('customerRecord.preferred')})` : name,
  )
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('customerRecord.about')}</h2>
      <DataList
        items={[
          ...(manager === null
            ? []
            : [
                [
                  t('customerFields.manager'),
                  <LinkAnchor
                    key="manager"
                    inherit
                    to="/customers/$customerId"
                    params={{ customerId: manager.id }}
                  >
                    {manager.name}
                  </LinkAnchor>,
                ] as const,
              ]),
          [t('customerFields.number'), number],
          [t('customerFields.stores'), places.length === 0 ? null : places.join(', ')],
          ...(salesperson === null ? [] : [[t('customerFields.salesperson'), salesperson] as const]),
          [t('customerFields.customerSince'), <DayText key="since" day={customerSince} />],
        ]}
      />
    </>
  )
}
