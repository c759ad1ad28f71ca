import { Autocomplete } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isMadeUp } from '../../../ui/source-names.ts'
import type { Preview } from '../imports.api.ts'
import { withMember } from './edits.ts'
import type { Check } from './use-check.ts'

type Props = Readonly<{ check: Check; preview: Preview; source: string }>

/** The program that the IDs of the file are of: its name is what the next file is known by. */
export function SourceField({ check: { edits, setEdits }, preview, source }: Props) {
  const { t } = useTranslation()
  const { rowsOf, knownSources } = preview
  const isNamed =
    preview.assumptions.every(({ kind, sure }) => kind !== 'source' || sure) && !isMadeUp(source)
  const help =
    rowsOf === 'order-lines'
      ? t('imports.reading.lineSourceHelp')
      : t(isNamed ? 'imports.reading.sourceHelp' : 'imports.reading.sourceUnnamed')
  return (
    <Autocomplete
      label={t('imports.reading.source')}
      description={help}
      maxLength={rowsOf === 'customers' ? 100 : 60}
      data={knownSources}
      value={edits.source === undefined || isMadeUp(edits.source) ? '' : edits.source}
      placeholder={isNamed ? source : t('imports.reading.sourceExample')}
      onChange={(value) => setEdits(withMember(edits, { source: value }))}
    />
  )
}
