import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Preview } from '../imports.api.ts'

/** “CSV from Shopify · 1,204 rows · data from line 6”: what is certain about a file, in a line. */
export function useFacts({ kind, layout, sheet, total, rows, columns }: Preview): string {
  const { t } = useTranslation()
  const { number } = useFormat()
  const name = t(`imports.kinds.${kind}`)
  const program = layout === null ? null : programText(t, layout)
  const firstRow = rows[0]?.row ?? 0
  return [
    program === null ? name : t('imports.reading.from', { kind: name, program }),
    sheet === null ? null : t('imports.reading.sheet', { sheet }),
    total === null ? t('imports.reading.manyRows') : t('imports.reading.rows', { count: total }),
    kind === 'vcard' ? null : t('imports.reading.columns', { count: columns.length }),
    firstRow > 2 && kind !== 'vcard' ? t('imports.reading.firstRow', { row: number(firstRow) }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

const programs: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  matrixify: 'Matrixify',
  square: 'Square',
  hubspot: 'HubSpot',
  google: 'Google Contacts',
}

const programText = (t: TFunction, layout: string) =>
  layout === 'own' ? t('shell.appName') : (programs[layout] ?? layout)

export function delimiterText(t: TFunction, delimiter: string): string {
  if (delimiter === ',') return t('imports.reading.delimiters.comma')
  if (delimiter === ';') return t('imports.reading.delimiters.semicolon')
  if (delimiter === '\t') return t('imports.reading.delimiters.tab')
  return delimiter === '|' ? t('imports.reading.delimiters.pipe') : delimiter
}
