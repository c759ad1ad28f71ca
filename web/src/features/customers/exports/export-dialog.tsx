import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../../../ui/use-return-focus.ts'
import type { CustomAttribute } from '../customers.api.ts'
import { ExportForm } from './export-form.tsx'
import { ExportEnd, ExportProgress } from './export-progress.tsx'
import type { Choice, Rows, Source } from './export-request.ts'
import { exportQuery, isGoing, useStartExport } from './exports.api.ts'

type Props = Readonly<{
  source: Source
  /** What it begins with. */
  rows: Rows
  attributes: readonly CustomAttribute[]
  onClose: () => void
}>

/** What is taken away and how; then how far it is. Closing it does not stop the file. */
export function ExportDialog({ source, rows, attributes, onClose }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [choice, setChoice] = useState<Choice>(() => ({
    rows,
    status: source.search.status ?? 'active',
    format: 'csv',
    columns: 'shown',
    names: 'wire',
    fields: [],
  }))
  const [running, setRunning] = useState<Readonly<{ id: string; expected: number | null }> | null>(null)
  const started = useQuery({ ...exportQuery(running?.id ?? ''), enabled: running !== null })
  const item = running === null ? undefined : started.data
  const phase = item === undefined ? 'form' : isGoing(item) ? 'run' : 'end'
  const start = useStartExport()
  const body = useFocusOnChange(phase)
  useReturnFocus()
  const back = () => {
    start.reset()
    setRunning(null)
  }
  return (
    <Modal opened onClose={onClose} title={t('exporting.dialog')} size="lg" fullScreen={isPhone}>
      <div ref={body} tabIndex={-1} style={{ outline: 'none' }}>
        {item === undefined && (
          <ExportForm
            source={source}
            choice={choice}
            attributes={attributes}
            isStarting={start.isPending}
            error={start.error}
            onChange={(part) => setChoice((before) => ({ ...before, ...part }))}
            onStart={(request, expected) =>
              start.mutate(request, { onSuccess: ({ id }) => setRunning({ id, expected }) })
            }
            onClose={onClose}
          />
        )}
        {item !== undefined && phase === 'run' && (
          <ExportProgress item={item} expected={running?.expected ?? null} onClose={onClose} />
        )}
        {item !== undefined && phase === 'end' && <ExportEnd item={item} onRetry={back} onClose={onClose} />}
      </div>
    </Modal>
  )
}

/** When one content takes the place of another, the focus would be lost with the button that was pressed. */
function useFocusOnChange(phase: string) {
  const body = useRef<HTMLDivElement>(null)
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    body.current?.focus({ preventScroll: true })
  }, [phase])
  return body
}
