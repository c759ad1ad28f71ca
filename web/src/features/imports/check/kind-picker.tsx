import { Chip, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../../ui/page.tsx'
import { type ImportKind, importKindsQuery } from '../imports.api.ts'
import classes from './import-check.module.css'

type Props = Readonly<{
  kind: ImportKind
  /** What the server took the file for. */
  found: ImportKind
  onChoose: (kind: ImportKind) => void
}>

/** What the file is a list of: as it was found, or as somebody says. */
export function KindPicker({ kind, found, onChoose }: Props) {
  const { t } = useTranslation()
  const kinds = useQuery(importKindsQuery).data ?? []
  const choose = (value: string) => {
    const next = kinds.find((one) => one.kind === value)
    if (next !== undefined) onChoose(next.kind)
  }
  const told = t(`imports.kind.texts.${kind}`)
  return (
    <Panel
      title={t('imports.kind.title')}
      description={kind === found ? told : `${t('imports.kind.chosen')} ${told}`}
    >
      <Chip.Group value={kind} onChange={choose}>
        <Group gap="xs" role="radiogroup" aria-label={t('imports.kind.title')}>
          {kinds.map((one) => (
            <Chip key={one.kind} value={one.kind} radius="sm" className={classes.kind}>
              {t(`imports.kind.names.${one.kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Panel>
  )
}
