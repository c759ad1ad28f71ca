// What is decided about a file, and what the server makes of it. Kept in the tab, so that reloading loses nothing.
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Import, type ImportKind, type Mapping, type Preview, previewQuery } from '../imports.api.ts'
import { forKind } from './edits.ts'

const pause = 350

export function useCheck(item: Import) {
  const [edits, setEdits] = useSessionStorage<Mapping>({
    key: `clientele-import-${item.id}`,
    defaultValue: item.mapping ?? {},
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
      setEdits(forKind(edits))
    },
    setTried,
    /** Whether something was changed since the last trial. */
    isTrialOld: tried !== null && (kind !== item.kind || JSON.stringify(edits) !== JSON.stringify(tried)),
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
