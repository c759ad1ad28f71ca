// One thing done to many: how far it is, and what can still be done about it.
import { queryOptions } from '@tanstack/react-query'
import { api, send } from './client.ts'
import type { Answer } from './types.ts'

export type BulkJob = Answer<'/api/v1/jobs/{id}', 'get'>

const at = (id: string) => ({ params: { path: { id } } })

export const cancelJob = (id: string) => send(api.POST('/api/v1/jobs/{id}/cancel', at(id)))
export const undoJob = (id: string) => send(api.POST('/api/v1/jobs/{id}/undo', at(id)))

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/jobs/{id}', { signal, ...at(id) })),
    staleTime: 0,
  })

export const isGoing = ({ state }: Pick<BulkJob, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'undoing'

/** How far, as a share for the bar; null while it is still being collected what it is about. */
export function shareDone(
  job: Pick<BulkJob, 'matched' | 'done' | 'failed' | 'undone' | 'kept'>,
  isUndo: boolean,
) {
  const past = isUndo ? job.undone + job.kept : job.done + job.failed
  const all = isUndo ? job.done : job.matched
  return all === null || all === 0 ? null : { past: Math.min(past, all), all }
}
