import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServerEvent } from '../../api/events.ts'
import { bytesText } from '../../kernel/bytes.ts'
import { useFormat } from '../../ui/format-context.tsx'
import { LinkAnchor } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ImportCheck } from './check/import-check.tsx'
import { type Import, importQuery } from './imports.api.ts'
import { type Phase, phaseOf } from './phase.ts'
import { ImportEnd } from './run/import-end.tsx'
import { ImportProgress } from './run/import-progress.tsx'

/** One import, at whatever it is: waiting to be checked, on its way, or at its end. */
export function ImportPage({ importId }: Readonly<{ importId: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: item } = useImport(importId)
  const [isAgain, setIsAgain] = useState(false)
  const phase = isAgain && phaseOf(item) === 'end' ? 'check' : phaseOf(item)
  const body = useFocusOnChange(phase)
  const facts = [
    t(`imports.kind.names.${item.kind}`),
    bytesText(format.locale, item.fileBytes),
    format.dateTime(item.createdAt),
    item.actor.name,
  ].join(' · ')
  return (
    <Page>
      <PageHeader
        back={
          <LinkAnchor to="/imports" size="sm">
            {t('imports.title')}
          </LinkAnchor>
        }
        title={item.fileName}
        description={facts}
      />
      <div ref={body} tabIndex={-1} style={{ outline: 'none' }}>
        {phase === 'check' && <ImportCheck item={item} />}
        {(phase === 'run' || phase === 'trial') && <ImportProgress item={item} />}
        {phase === 'end' && <ImportEnd item={item} onAgain={() => setIsAgain(true)} />}
      </div>
    </Page>
  )
}

/** Told of each step at once; what it changed is read anew at its end, also what no event names. */
function useImport(id: string) {
  const queryClient = useQueryClient()
  const query = useSuspenseQuery(importQuery(id))
  useServerEvent(['import.progress'], ({ ids }) => {
    if (ids.length === 0 || ids.includes(id)) void query.refetch({ cancelRefetch: false })
  })
  const phase = phaseOf(query.data)
  const onEnd = useEffectEvent((item: Import) => {
    if (item.processed === 0) return
    for (const key of ['customers', 'orders', 'tags', 'stores', 'attributes'])
      void queryClient.invalidateQueries({ queryKey: [key] })
  })
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === 'run' && phase === 'end') onEnd(query.data)
    before.current = phase
  }, [phase, query.data])
  return query
}

/** When one screen takes the place of another, the focus would be lost with the button that was pressed. */
function useFocusOnChange(phase: Phase) {
  const body = useRef<HTMLDivElement>(null)
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    window.scrollTo({ top: 0 })
    body.current?.focus({ preventScroll: true })
  }, [phase])
  return body
}
