import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { useColumnLabel } from '../list/column-label.ts'
import { isNarrowed } from '../list/list-search.ts'
import { ChoiceRow } from './choice-row.tsx'
import classes from './export-dialog.module.css'
import { exportErrorText, mostIds } from './export-error.ts'
import {
  type Choice,
  type ColumnChoice,
  type ExportBody,
  fieldsShown,
  hasNames,
  type Rows,
  requestOf,
  type Source,
} from './export-request.ts'
import { FieldPicker } from './field-picker.tsx'
import { type CountOf, useCounts } from './use-counts.ts'

type Props = Readonly<{
  source: Source
  choice: Choice
  attributes: readonly CustomAttribute[]
  isStarting: boolean
  error: Error | null
  /** With how many are expected, where that is known. */
  onChange: (part: Partial<Choice>) => void
  onStart: (request: ExportBody, expected: number | null) => void
  onClose: () => void
}>

const statuses = ['active', 'inactive', 'all'] as const
const names = ['wire', 'plain'] as const
const formats = ['csv', 'xlsx', 'json', 'vcf'] as const

export function ExportForm({
  source,
  choice,
  attributes,
  isStarting,
  error,
  onChange,
  onStart,
  onClose,
}: Props) {
  const { t, i18n } = useTranslation()
  const counts = useCounts(source, choice.status)
  const { count } = counts[choice.rows]
  const obstacle = useObstacle(choice, count)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (obstacle === null) onStart(requestOf(choice, source, i18n.language === 'es' ? 'es' : 'en'), count)
      }}
    >
      <Stack gap="lg">
        <WhichRows choice={choice} source={source} counts={counts} onChange={onChange} />
        <ChoiceRow
          label={t('exporting.format.label')}
          value={choice.format}
          values={formats}
          textOf={(format) => t(`exporting.format.${format}`)}
          help={t(`exporting.format.${choice.format}Text`)}
          onChange={(format) => onChange({ format })}
        />
        {hasNames(choice.format) && (
          <ChoiceRow
            label={t('exporting.names.label')}
            value={choice.names}
            values={names}
            textOf={(name) => t(`exporting.names.${name}`)}
            help={t(`exporting.names.${choice.names}Text`)}
            onChange={(name) => onChange({ names: name })}
          />
        )}
        {choice.format !== 'vcf' && (
          <WhichColumns choice={choice} source={source} attributes={attributes} onChange={onChange} />
        )}
        <FormError message={error === null ? null : exportErrorText(t, error)} />
      </Stack>
      <div className={classes.foot}>
        <Text role="status" size="sm" c="dimmed" className={classes.why}>
          {obstacle}
        </Text>
        <LinkAnchor to="/exports" size="sm" className={classes.past}>
          {t('exporting.past')}
        </LinkAnchor>
        <Group gap="xs" className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            loading={isStarting}
            disabled={obstacle !== null}
            leftSection={<IconFileExport size={17} aria-hidden />}
          >
            {count === null || count === 0 ? t('exporting.start') : t('exporting.startCount', { count })}
          </Button>
        </Group>
      </div>
    </form>
  )
}

/** Why nothing can be started as it stands. */
function useObstacle({ rows, format, columns, fields }: Choice, count: number | null): string | null {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (count === 0) return t('exporting.nobody')
  if (rows === 'selection' && (count ?? 0) > mostIds)
    return t('exporting.tooMany', { number: number(mostIds) })
  if (format !== 'vcf' && columns === 'chosen' && fields.length === 0) return t('exporting.columns.none')
  return null
}

type PartProps = Readonly<{ choice: Choice; source: Source; onChange: (part: Partial<Choice>) => void }>

function WhichRows({ choice, source, counts, onChange }: PartProps & Readonly<{ counts: Counts }>) {
  const { t } = useTranslation()
  const narrowed = isNarrowed({ ...source.search, status: undefined })
  const offered: readonly (readonly [Rows, string, string?])[] = [
    ...(source.ids.length > 0 ? [['selection', t('exporting.rows.selection')] as const] : []),
    ['list', t(narrowed ? 'exporting.rows.narrowed' : 'exporting.rows.list')],
    ...(narrowed
      ? [['everybody', t('exporting.rows.everybody'), t('exporting.rows.everybodyText')] as const]
      : []),
  ]
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('exporting.rows.label')}
        value={choice.rows}
        onChange={(rows) => onChange({ rows: rows as Rows })}
      >
        <Stack gap={10} mt={8} className={classes.options}>
          {offered.map(([rows, label, text]) => (
            <Radio
              key={rows}
              value={rows}
              description={text}
              label={
                <>
                  {label} <CountText count={counts[rows]} />
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {choice.rows !== 'selection' && (
        <ChoiceRow
          label={t('exporting.status.label')}
          value={choice.status}
          values={statuses}
          textOf={(status) => t(`exporting.status.${status}`)}
          onChange={(status) => onChange({ status })}
        />
      )}
    </Stack>
  )
}

type Counts = Readonly<Record<Rows, CountOf>>

const CountText = ({ count }: Readonly<{ count: CountOf }>) =>
  count.text !== null && <span className={classes.count}>({count.text})</span>

function WhichColumns({
  choice,
  source,
  attributes,
  onChange,
}: PartProps & Readonly<{ attributes: readonly CustomAttribute[] }>) {
  const { t } = useTranslation()
  const label = useColumnLabel(attributes)
  const shown = source.shown.filter((id) => id !== 'photo').map(label)
  /** Whoever begins to choose begins with what the list shows. */
  const choose = (columns: ColumnChoice) => {
    const isFirst = columns === 'chosen' && choice.fields.length === 0
    onChange(isFirst ? { columns, fields: fieldsShown(source.shown) } : { columns })
  }
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('exporting.columns.label')}
        value={choice.columns}
        onChange={(columns) => choose(columns as ColumnChoice)}
      >
        <Stack gap={10} mt={8} className={classes.options}>
          <Radio value="shown" label={t('exporting.columns.shown')} description={shown.join(', ')} />
          <Radio
            value="all"
            label={t('exporting.columns.all')}
            description={t(
              choice.format === 'json'
                ? 'exporting.columns.allJsonText'
                : choice.names === 'plain'
                  ? 'exporting.columns.allPlainText'
                  : 'exporting.columns.allText',
            )}
          />
          <Radio value="chosen" label={t('exporting.columns.chosen')} />
        </Stack>
      </Radio.Group>
      {choice.columns === 'chosen' && (
        <FieldPicker
          attributes={attributes}
          chosen={choice.fields}
          onChange={(fields) => onChange({ fields })}
        />
      )}
    </Stack>
  )
}
