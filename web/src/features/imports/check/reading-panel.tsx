import { Button, Select, TextInput } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { CountrySelect, TimeZoneSelect } from '../../../ui/place-select.tsx'
import type { Preview } from '../imports.api.ts'
import { CustomersFromField } from './customers-from-field.tsx'
import { isUntouched, withConstant, withFile, withMember } from './edits.ts'
import { EveryRow, Matching } from './every-row.tsx'
import classes from './import-check.module.css'
import { SourceField } from './source-field.tsx'
import type { Check } from './use-check.ts'
import { delimiterText, useFacts } from './use-facts.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

/** What was recognised, and what was assumed: each assumption can be set right. */
export function ReadingPanel({ check, preview }: Props) {
  const { t } = useTranslation()
  const facts = useFacts(preview)
  return (
    <Panel
      title={t('imports.reading.title')}
      description={facts}
      actions={
        isUntouched(check.edits) ? undefined : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => check.setEdits({})}
          >
            {t('imports.reading.reset')}
          </Button>
        )
      }
    >
      <div className={classes.fields}>
        <FileFields check={check} preview={preview} />
        <MeaningFields check={check} preview={preview} />
      </div>
      <EveryRow check={check} kind={preview.rowsOf} />
      <Matching kind={preview.rowsOf} />
    </Panel>
  )
}

const encodings = [
  ...['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-2', 'macintosh', 'cp850'],
  ...['shift_jis', 'gb18030', 'big5', 'euc-kr', 'utf-16le'],
]
const delimiters = [',', ';', '\t', '|']

function FileFields({ check: { edits, setEdits }, preview }: Props) {
  const { t } = useTranslation()
  const { encoding, delimiter } = preview
  const doubt = useDoubt(preview, 'encoding')
  const among = (value: string, known: readonly string[]) => [...new Set([value, ...known])]
  return (
    <>
      {encoding !== null && (
        <Select
          label={t('imports.reading.encoding')}
          description={doubt}
          data={among(encoding, encodings).map((value) => ({ value, label: value.toUpperCase() }))}
          value={edits.encoding ?? encoding}
          allowDeselect={false}
          onChange={(value) => setEdits(withFile(edits, { encoding: value ?? undefined }))}
        />
      )}
      {delimiter !== null && (
        <Select
          label={t('imports.reading.delimiter')}
          data={among(delimiter, delimiters).map((value) => ({ value, label: delimiterText(t, value) }))}
          value={edits.delimiter ?? delimiter}
          allowDeselect={false}
          onChange={(value) => setEdits(withFile(edits, { delimiter: value ?? undefined }))}
        />
      )}
    </>
  )
}

function MeaningFields({ check, preview }: Props) {
  const { edits, setEdits } = check
  const { t } = useTranslation()
  const orderDoubt = useDoubt(preview, 'dateOrder')
  const countryDoubt = useDoubt(preview, 'country')
  const found = (kind: string) => preview.assumptions.find((one) => one.kind === kind)?.value
  const order = edits.dateOrder ?? found('dateOrder')
  const country = edits.constants?.['address.country'] ?? found('country')
  const zone = edits.timeZone ?? found('timeZone')
  const source = edits.source ?? found('source')
  const currency = found('currency')
  const scale = found('scoreScale')
  const isOfOrders = preview.rowsOf === 'order-lines' || preview.rowsOf === 'orders'
  return (
    <>
      {order !== undefined && (
        <Select
          label={t('imports.reading.dateOrder')}
          description={orderDoubt}
          data={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({
            value,
            label: t(`imports.reading.orders.${value}`),
          }))}
          value={order}
          allowDeselect={false}
          onChange={(value) => setEdits(withMember(edits, { dateOrder: dateOrderOf(value) }))}
        />
      )}
      {country !== undefined && (
        <CountrySelect
          label={t('imports.reading.country')}
          description={countryDoubt}
          value={country}
          allowDeselect={false}
          onChange={(value) => setEdits(withConstant(edits, 'address.country', value ?? ''))}
        />
      )}
      {zone !== undefined && (
        <TimeZoneSelect
          label={t('imports.reading.timeZone')}
          description={t(isOfOrders ? 'imports.reading.orderZoneHelp' : 'imports.reading.timeZoneHelp')}
          known={zone}
          value={zone}
          allowDeselect={false}
          onChange={(value) => setEdits(withMember(edits, { timeZone: value ?? undefined }))}
        />
      )}
      {source !== undefined && <SourceField check={check} preview={preview} source={source} />}
      <CustomersFromField check={check} preview={preview} />
      {currency !== undefined && (
        <TextInput
          label={t('imports.reading.currency')}
          description={t('imports.reading.currencyHelp')}
          value={currency}
          readOnly
        />
      )}
      {scale !== undefined && (
        <TextInput
          label={t('imports.reading.scoreScale')}
          description={t('imports.reading.scoreScaleHelp')}
          value={scale}
          readOnly
        />
      )}
    </>
  )
}

const dateOrderOf = (value: string | null) =>
  value === 'dmy' || value === 'mdy' || value === 'ymd' ? value : undefined

/** Why this field is worth a look: what it was decided on, and whether that was a guess. */
function useDoubt({ assumptions }: Preview, kind: 'encoding' | 'dateOrder' | 'country') {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const some = assumptions.filter((one) => one.kind === kind)
  if (some.length === 0) return undefined
  const columns = [...new Set(some.flatMap(({ column }) => column ?? []))]
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(columns)
  const isSure = some.every(({ sure }) => sure)
  const text =
    kind === 'dateOrder'
      ? t(isSure ? 'imports.reading.orderSure' : 'imports.reading.orderUnsure', { columns: named })
      : t(`imports.reading.${kind}${isSure ? 'Sure' : 'Unsure'}`)
  return isSure ? text : <span className={classes.doubt}>{text}</span>
}
