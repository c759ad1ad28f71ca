// What is decided about a file, and what the server makes of it. Kept in the tab, so that reloading loses nothing.
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { type Import, type ImportKind, type Mapping, type Preview, previewQuery } from '../imports.api.ts'
import { forKind, isSameReading } from './edits.ts'

const pause = 350
const nothing: Mapping = {}

export function useCheck(item: Import) {
  const [decided, setDecided] = useSessionStorage<Mapping | null>({
    key: `clientele-import-${item.id}`,
    defaultValue: item.mapping,
    getInitialValueInEffect: false,
  })
  const [kind, setKind] = useSessionStorage<ImportKind>({
    key: `clientele-import-kind-${item.id}`,
    defaultValue: item.kind,
    getInitialValueInEffect: false,
  })
  const [tried, setTried] = useSessionStorage<Mapping | null>({
    key: `clientele-import-tried-${item.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  // Until somebody decides about this file it is read as the last one with its header was.
  const found = useQuery({ ...previewQuery(item.id, kind, nothing), enabled: decided === null })
  const proposed = (decided === null ? found.data?.earlier?.mapping : null) ?? nothing
  const edits = decided ?? proposed
  const setEdits = useCallback(
    (next: Mapping | ((before: Mapping) => Mapping)) =>
      setDecided((before) => (typeof next === 'function' ? next(before ?? proposed) : next)),
    [setDecided, proposed],
  )
  const wanted = useMemo(() => ({ kind, edits }), [kind, edits])
  const [asked] = useDebouncedValue(wanted, pause)
  const query = useQuery(previewQuery(item.id, asked.kind, asked.edits))
  const shown = useLast(query.data)
  return {
    edits,
    setEdits,
    kind,
    chooseKind: (next: ImportKind) => {
      setKind(next)
      if (decided !== null) setDecided(forKind(decided))
    },
    /** What is tried is decided, also where it was only proposed. */
    noteTrial: () => {
      setDecided(edits)
      setTried(edits)
    },
    /** Whether something was changed since the last trial. */
    isTrialOld: kind !== item.kind || !isSameReading(edits, tried ?? item.mapping ?? nothing),
    /** The last one that could be read: it stays in view while another is made, and when that one is refused. */
    preview: shown,
    isOld: wanted !== asked || query.isFetching,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
export type Check = ReturnType<typeof useCheck>

function useLast(data: Preview | undefined): Preview | null {
  const [last, setLast] = useState<Preview | null>(data ?? null)
  if (data !== undefined && data !== last) setLast(data)
  return data ?? last
}
