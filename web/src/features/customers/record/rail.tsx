import { Anchor, Text } from '@mantine/core'
import { IconChevronDown, IconPhone } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { callTo } from '../../../kernel/reach.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { DayText, PhoneText } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { TagBadge } from '../../../ui/tag-badge.tsx'
import type { Customer } from '../customers.api.ts'
import { useSeesReviews } from '../reviews/reviews.api.ts'
import { ReviewScoreCard } from '../reviews/score-card.tsx'
import { TagPicker } from '../tag-picker.tsx'
import { ContactData } from './contact-data.tsx'
import { Identity } from './identity.tsx'
import { InPlace } from './in-place/in-place.tsx'
import { useInPlace } from './in-place/in-place-context.ts'
import { AddButton, ValuePlace } from './in-place/value-place.tsx'
import { useEditTags } from './record.api.ts'
import classes from './record.module.css'
import { StatusPlace } from './status-place.tsx'
import { TotalActivity } from './total-activity.tsx'

type RailProps = Readonly<{
  customer: Customer
  /** Where it stands above the tabs it is but its head until somebody asks for more. */
  isUnfolded: boolean
  onUnfold: (isUnfolded: boolean) => void
}>

/** Who this is, at a glance: beside every tab of the record. */
export function Rail({ customer, isUnfolded, onUnfold }: RailProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <aside className={classes.rail} aria-label={t('customerRecord.summary')}>
      <Identity customer={customer} />
      {!isUnfolded && <QuickPhone customer={customer} />}
      <button
        type="button"
        className={classes.unfold}
        aria-expanded={isUnfolded}
        aria-controls={`${id}-details`}
        onClick={() => onUnfold(!isUnfolded)}
      >
        {t('customerRecord.details')}
        <IconChevronDown size={18} aria-hidden />
      </button>
      <div id={`${id}-details`} className={classes.details} data-open={isUnfolded || undefined}>
        <section className={classes.section} aria-label={t('customerRecord.tags')}>
          <Tags customer={customer} />
        </section>
        <section className={classes.section} aria-label={t('customerRecord.contactData')}>
          <ContactData customer={customer} />
        </section>
        <section className={classes.section} aria-labelledby={`${id}-total`}>
          <h2 className={classes.sectionTitle} id={`${id}-total`}>
            {t('customerRecord.total.title')}
          </h2>
          <TotalActivity customer={customer} />
        </section>
        <Reviews customer={customer} />
        <section className={classes.section} aria-label={t('customerRecord.about')}>
          <About customer={customer} />
        </section>
      </div>
    </aside>
  )
}

/** To be read out while somebody is on the phone: where the card is folded, before anything is opened. */
function QuickPhone({ customer: { phones } }: Readonly<{ customer: Customer }>) {
  const phone = phones.find(({ isPrimary }) => isPrimary)
  if (phone === undefined) return null
  const { number, extension, valid } = phone
  const text = <PhoneText number={number} valid={valid} />
  return (
    <div className={classes.quick}>
      <IconPhone size={17} stroke={1.6} aria-hidden />
      {valid ? (
        <Anchor inherit href={callTo(number, extension)}>
          {text}
        </Anchor>
      ) : (
        text
      )}
    </div>
  )
}

function Reviews({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  if (!useSeesReviews()) return null
  return (
    <section className={classes.section} aria-label={t('customerReviews.score')}>
      <h2 className={classes.sectionTitle}>{t('customerReviews.score')}</h2>
      <ReviewScoreCard customer={customer} />
    </section>
  )
}

/** So many tags stand open; of a customer with forty the others come when asked for. */
const openTags = 9

function Tags({ customer: { id, tags } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const edit = useEditTags(id)
  if (useInPlace().mayWrite) {
    return (
      <TagPicker
        label={t('customerRecord.tags')}
        value={tags}
        fold={openTags}
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
  const format = useFormat()
  const { type, number, customerSince, createdAt } = customer
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('customerRecord.about')}</h2>
      <DataList
        items={[
          [t('customerRecord.status'), <StatusPlace key="status" customer={customer} />],
          ...(type === 'business'
            ? [[t('customerFields.manager'), <Manager key="manager" customer={customer} />] as const]
            : []),
          [
            t('customerFields.number'),
            <ValuePlace key="number" part="number" label={t('customerFields.number')} isNamed>
              {number ?? <span className={classes.unset}>{t('common.notSet')}</span>}
            </ValuePlace>,
          ],
          [t('customerFields.stores'), <Stores key="stores" customer={customer} />],
          [t('customerFields.customerSince'), <DayText key="since" day={customerSince} />],
          [
            t('customerRecord.addedOn'),
            <time
              key="added"
              dateTime={createdAt}
              title={`${format.dateTime(createdAt)} · ${format.relative(createdAt)}`}
            >
              {format.date(createdAt)}
            </time>,
          ],
        ]}
      />
    </>
  )
}

function Manager({ customer: { manager } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { mayWrite } = useInPlace()
  const label = t('customerFields.manager')
  if (manager === null) {
    return (
      <InPlace part="manager" label={label} isNamed>
        {(edit) =>
          mayWrite ? (
            <AddButton edit={edit} text={t('customerRecord.inPlace.manager')} />
          ) : (
            <Text span inherit c="dimmed">
              {t('common.notSet')}
            </Text>
          )
        }
      </InPlace>
    )
  }
  return (
    <ValuePlace part="manager" label={label} isNamed>
      <LinkAnchor inherit to="/customers/$customerId" params={{ customerId: manager.id }}>
        <bdi>{manager.name}</bdi>
      </LinkAnchor>
    </ValuePlace>
  )
}

function Stores({ customer: { stores } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { mayWrite } = useInPlace()
  const label = t('customerFields.stores')
  const places = stores.map(({ name, preferred }) =>
    preferred && stores.length > 1 ? `${name} (${t('customerRecord.preferred')})` : name,
  )
  if (places.length === 0 && mayWrite) {
    return (
      <InPlace part="stores" label={label} isNamed>
        {(edit) => <AddButton edit={edit} text={t('customerRecord.inPlace.store')} />}
      </InPlace>
    )
  }
  return (
    <ValuePlace part="stores" label={label} isNamed>
      {places.length === 0 ? t('common.notSet') : places.join(', ')}
    </ValuePlace>
  )
}
