// Files on their way to the server, one after the other.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Import, type ImportKind, importQuery, type Mapping, uploadImport } from '../imports.api.ts'

export type Upload = Readonly<{
  key: number
  name: string
  bytes: number
  /** From 0 to 1; at 1 the server looks into it. */
  sent: number
  state: 'waiting' | 'sending' | 'done' | 'refused'
  error: unknown
}>

type Options = Readonly<{
  kind: ImportKind | null
  mapping: Mapping | null
  /** Told once all are through: which of them wait on the server now. */
  onDone: (imports: readonly Import[], refused: number) => void
}>

type Finished = Readonly<{ made: readonly Import[]; refused: number }>

let nextKey = 0

export function useUploads({ kind, mapping, onDone }: Options) {
  const queryClient = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [finished, setFinished] = useState<Finished | null>(null)
  const aborts = useRef(new Map<number, AbortController>())
  const send = useMutation({ mutationFn: uploadImport })
  useEffect(() => {
    const open = aborts.current
    return () => {
      for (const abort of open.values()) abort.abort()
    }
  }, [])

  // After what guards the page against leaving has seen that nothing is on its way any more.
  const tell = useEffectEvent(({ made, refused }: Finished) => onDone(made, refused))
  useEffect(() => {
    if (finished !== null) tell(finished)
  }, [finished])

  const change = (key: number, now: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one)))
  const sendOne = async ({ key, file }: Readonly<{ key: number; file: File }>): Promise<Import | null> => {
    const abort = aborts.current.get(key)
    if (abort === undefined || abort.signal.aborted) return null
    change(key, { state: 'sending' })
    const onSent = (sent: number) => change(key, { sent })
    try {
      const made = await send.mutateAsync({ file, kind, mapping, onSent, signal: abort.signal })
      queryClient.setQueryData(importQuery(made.id).queryKey, made)
      change(key, { state: 'done', sent: 1 })
      return made
    } catch (error) {
      if (!abort.signal.aborted) change(key, { state: 'refused', error })
      return null
    } finally {
      aborts.current.delete(key)
    }
  }
  const start = async (files: readonly File[]) => {
    const queue = files.map((file) => ({ key: nextKey++, file }))
    for (const { key } of queue) aborts.current.set(key, new AbortController())
    const waiting = { sent: 0, state: 'waiting', error: null } as const
    setUploads(queue.map(({ key, file }) => ({ key, name: file.name, bytes: file.size, ...waiting })))
    const made: Import[] = []
    for (const one of queue) {
      const now = await sendOne(one)
      if (now !== null) made.push(now)
    }
    void queryClient.invalidateQueries({ queryKey: ['imports'] })
    setFinished({ made, refused: queue.length - made.length })
  }
  const stop = (key: number) => {
    aborts.current.get(key)?.abort()
    setUploads((all) => all.filter((one) => one.key !== key))
  }
  const isBusy = uploads.some(({ state }) => state === 'waiting' || state === 'sending')
  return { uploads, start, stop, isBusy }
}
