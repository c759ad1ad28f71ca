import { Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { activitiesQuery } from '../activities.api.ts'
import type { Customer } from '../customers.api.ts'
import { useFieldText } from '../field-text.ts'
import { type Body, bodyOf, type Place } from './body.ts'
import { type Change, changersOf, nameList } from './changers.ts'
import classes from './form.module.css'
import { type Field, mergeValues, withTheirs } from './merge.ts'
import { type CustomerValues, valuesOf } from './values.ts'

type Props = Readonly<{
  base: Customer
  mine: CustomerValues
  theirs: Customer
  place: Place
  pending: boolean
  /** One field of the record was edited where it stands: there is no form to go back to. */
  isInPlace?: boolean
  onSave: (values: CustomerValues) => void
  onApply: (values: CustomerValues) => void
  onClose: () => void
}>

/** Two people changed one customer: what each of them did, and for every field that both changed a choice. */
export function ConflictDialog(props: Props) {
  const { base, mine, theirs, place, pending, isInPlace = false, onSave, onApply, onClose } = props
  const { t } = useTranslation()
  const { locale, relative } = useFormat()
  const isPhone = useMediaQuery('(max-width: 47.99em)')
  const [chosen, setChosen] = useState<readonly Field[]>([])
  const { data } = useQuery(activitiesQuery(theirs.id, theirs.version))
  const changes = changersOf(data?.items ?? [], base.updatedAt)
  const merge = mergeValues(valuesOf(base), mine, valuesOf(theirs), place)
  const result = () => withTheirs(merge, valuesOf(theirs), chosen)
  const choose = (field: Field, side: string) =>
    setChosen((fields) => (side === 'theirs' ? [...fields, field] : fields.filter((one) => one !== field)))
  const names = nameList(changes, locale)
  return (
    <Modal opened onClose={onClose} title={t('customerForm.conflict.title')} size="lg" fullScreen={isPhone}>
      <Stack gap="md">
        <Text size="sm">
          {names !== '' &&
            `${t('customerForm.conflict.whoWhen', { names, when: relative(theirs.updatedAt) })} `}
          {t(merge.conflicts.length > 0 ? 'customerForm.conflict.text' : 'customerForm.conflict.noConflict')}
        </Text>
        {merge.conflicts.length > 0 && (
          <section>
            <Text component="h3" fw={600} size="sm" mb={8}>
              {t('customerForm.conflict.both')}
            </Text>
            {merge.conflicts.map((field) => (
              <FieldChoice
                key={field}
                field={field}
                mine={bodyOf(mine, place)}
                theirs={theirs}
                base={base}
                change={changes.get(field)}
                side={chosen.includes(field) ? 'theirs' : 'mine'}
                onSide={(side) => choose(field, side)}
              />
            ))}
          </section>
        )}
        {merge.taken.length > 0 && (
          <Taken fields={merge.taken} base={base} theirs={theirs} changes={changes} />
        )}
        <div className={classes.conflictActions}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t(isInPlace ? 'customerRecord.inPlace.leaveTheirs' : 'customerForm.conflict.back')}
          </Button>
          <Button variant="default" onClick={() => onApply(result())}>
            {t('customerForm.conflict.apply')}
          </Button>
          <Button loading={pending} onClick={() => onSave(result())}>
            {t('customerForm.conflict.save')}
          </Button>
        </div>
      </Stack>
    </Modal>
  )
}

type ChoiceProps = Readonly<{
  field: Field
  base: Customer
  mine: Body
  theirs: Customer
  change: Change | undefined
  side: 'mine' | 'theirs'
  onSide: (side: string) => void
}>

function FieldChoice({ field, base, mine, theirs, change, side, onSide }: ChoiceProps) {
  const { t } = useTranslation()
  const text = useFieldText(base, mine, theirs)
  const nothing = t('customerRecord.activity.empty')
  const label = text.label(field)
  const was = text.text(field, base[field as keyof Customer]) || nothing
  const choice = (value: 'mine' | 'theirs', shown: string, who: string) => (
    <Radio
      value={value}
      label={<bdi>{shown}</bdi>}
      description={who}
      classNames={{
        root: classes.choice ?? '',
        label: classes.choiceText ?? '',
        description: classes.choiceWho ?? '',
      }}
    />
  )
  return (
    <div className={classes.conflictField}>
      <fieldset>
        <legend>{label}</legend>
        <Text size="xs" c="dimmed" mb={6} style={{ whiteSpace: 'pre-line' }}>
          {t('customerForm.conflict.before')}: <bdi>{was}</bdi>
        </Text>
        <Radio.Group
          aria-label={t('customerForm.conflict.choose', { field: label })}
          value={side}
          onChange={onSide}
        >
          <div className={classes.choices}>
            {choice('mine', text.text(field, mine[field]) || nothing, t('customerForm.conflict.keepMine'))}
            {choice(
              'theirs',
              text.text(field, theirs[field as keyof Customer]) || nothing,
              [t('customerForm.conflict.takeTheirs'), change?.name].filter(Boolean).join(' · '),
            )}
          </div>
        </Radio.Group>
      </fieldset>
    </div>
  )
}

type TakenProps = Readonly<{
  fields: readonly Field[]
  base: Customer
  theirs: Customer
  changes: ReadonlyMap<string, Change>
}>

function Taken({ fields, base, theirs, changes }: TakenProps) {
  const { t } = useTranslation()
  const text = useFieldText(base, theirs)
  const nothing = t('customerRecord.activity.empty')
  return (
    <section>
      <Text component="h3" fw={600} size="sm" mb={8}>
        {t('customerForm.conflict.taken')}
      </Text>
      {fields.flatMap((field) =>
        text
          .differences(field, base[field as keyof Customer], theirs[field as keyof Customer])
          .map(({ label, before, after }) => (
            <div key={`${field} ${label}`} className={classes.conflictField}>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              <Text size="sm" className={classes.choiceText}>
                <bdi>{before === '' ? nothing : <del className={classes.conflictOld}>{before}</del>}</bdi> →{' '}
                <bdi>{after || nothing}</bdi>
              </Text>
              {changes.has(field) && <bdi className={classes.choiceWho}>{changes.get(field)?.name}</bdi>}
            </div>
          )),
      )}
    </section>
  )
}
