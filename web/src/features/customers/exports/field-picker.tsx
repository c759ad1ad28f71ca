import { Button, Checkbox, Group, ScrollArea, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import type { CustomAttribute } from '../customers.api.ts'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import classes from './export-dialog.module.css'
import { fieldChoices, findFields, toggleFields } from './export-fields.ts'
import { useFieldLabel } from './use-field-label.ts'

type Props = Readonly<{
  attributes: readonly CustomAttribute[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}>

/** Every field that a file can have, by group. */
export function FieldPicker({ attributes, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const label = useFieldLabel()
  const organizations = useOrganizationsWord()
  const [typed, setTyped] = useState('')
  const { showReviews } = useSession().merchant
  const all = useMemo(() => fieldChoices(label, attributes, showReviews), [label, attributes, showReviews])
  const found = findFields(all, typed)
  const fields = found.flatMap(({ choices }) => choices.map(({ field }) => field))
  const toggle = (which: readonly string[], isOn: boolean) =>
    onChange(toggleFields(chosen, { all, fields: which, isOn }))
  return (
    <section className={classes.picker} aria-label={t('exporting.columns.select')}>
      <Group gap="xs" wrap="nowrap" className={classes.pickerHead}>
        <TextInput
          flex={1}
          type="search"
          aria-label={t('exporting.columns.find')}
          placeholder={t('exporting.columns.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          // Enter would start the export.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Button variant="subtle" px="xs" onClick={() => toggle(fields, true)}>
          {t('exporting.columns.selectAll')}
        </Button>
        <Button variant="subtle" px="xs" onClick={() => toggle(fields, false)}>
          {t('exporting.columns.selectNone')}
        </Button>
      </Group>
      <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: -1 }}>
        <div className={classes.groups}>
          {found.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('exporting.columns.noneFound')}
            </Text>
          )}
          {found.map(({ group, choices }) => (
            <fieldset key={group} className={classes.group}>
              <legend>
                {group === 'belonging'
                  ? t('exporting.groups.belonging', { organizations })
                  : t(`exporting.groups.${group}`)}
              </legend>
              {choices.map(({ field, label: name }) => (
                <Checkbox
                  key={field}
                  label={name}
                  checked={chosen.includes(field)}
                  onChange={(event) => toggle([field], event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </ScrollArea.Autosize>
      <Text size="xs" c="dimmed" role="status" className={classes.pickerFoot}>
        {t('exporting.columns.count', { count: chosen.length })}
      </Text>
    </section>
  )
}
