import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview } from '../imports.api.ts'
import classes from './import-check.module.css'
import { type Choices, TargetPicker } from './target-picker.tsx'

type Props = Readonly<{
  column: Preview['columns'][number]
  path: string | null
  /** The name of the field that it goes to. */
  text: string
  choices: Choices
  /** The file is so long that only its first rows were looked at. */
  isPart: boolean
  isKeeping: boolean
  onChoose: (header: string, path: string | null) => void
  /** Makes an own field of it; null when that is not allowed. */
  onKeep: ((header: string) => void) | null
}>

export const ColumnRow = memo(function ColumnRow(props: Props) {
  const { column, path, text, choices, isPart, isKeeping, onChoose, onKeep } = props
  const { t } = useTranslation()
  const { header, filled, sample } = column
  return (
    <li className={classes.column} data-unread={path === null || undefined}>
      <div className={classes.header}>
        <span className={classes.headerName}>{header}</span>
        <span className={classes.filled}>
          {filled === 0
            ? t('imports.columns.empty')
            : t(isPart ? 'imports.columns.filledOfFirst' : 'imports.columns.filled', { count: filled })}
        </span>
      </div>
      <Samples values={sample} />
      <div className={classes.target}>
        <TargetPicker
          header={header}
          path={path}
          text={text}
          choices={choices}
          onChoose={(next) => onChoose(header, next)}
        />
        {path === null && filled > 0 && onKeep !== null && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            loading={isKeeping}
            aria-label={t('imports.columns.keepNamed', { header })}
            onClick={() => onKeep(header)}
          >
            {t('imports.columns.keep')}
          </Button>
        )}
      </div>
    </li>
  )
})

function Samples({ values }: Readonly<{ values: readonly string[] }>) {
  return (
    <ul className={classes.samples}>
      {values.slice(0, 3).map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same value may stand there twice.
        <li key={index} title={value}>
          {value}
        </li>
      ))}
    </ul>
  )
}
