// One thing done to many customers: started, followed while the worker goes on with it, and undone by one click.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServerEvent } from '../../../api/events.ts'
import { hasStatus } from '../../../api/problem.ts'
import { notifyError } from '../../../ui/notify.tsx'
import { type BulkWork, isGoing, tellOutcome } from './bulk-outcome.ts'
import { type BulkBody, type BulkJob, cancelJob, jobQuery, startBulk, undoJob } from './list.api.ts'
import { notifyWithUndo } from './undo-banner.tsx'

/** Kept beside the queries, so that whoever leaves the list and comes back finds the progress again. */
const workKey = ['bulk-work']
const interval = 700

export function useBulk(onStarted: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data: work = null } = useQuery<BulkWork | null>({
    queryKey: workKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const follow = (next: BulkWork | null) => queryClient.setQueryData(workKey, next)
  const finish = (done: BulkWork, job: BulkJob) => {
    follow(null)
    void queryClient.invalidateQueries({ queryKey: ['customers'] })
    void queryClient.invalidateQueries({ queryKey: ['tags'] })
    const { text, mayUndo } = tellOutcome(t, done, job)
    notifyWithUndo(text, t('common.undo'), mayUndo ? () => undo.mutate(done) : null)
  }
  const take = (done: Omit<BulkWork, 'id'>, job: BulkJob) => {
    const known = { ...done, id: job.id }
    queryClient.setQueryData(jobQuery(job.id).queryKey, job)
    if (isGoing(job)) follow(known)
    else finish(known, job)
  }
  const start = useMutation({
    mutationFn: ({ body }: Readonly<{ body: BulkBody; target: string | null }>) => startBulk(body),
    onSuccess: (job, { body, target }) => {
      onStarted()
      take({ action: body.action, target, isUndo: false }, job)
    },
    onError: notifyError,
  })
  const undo = useMutation({
    mutationFn: ({ id }: BulkWork) => undoJob(id),
    onSuccess: (job, { action, target }) => take({ action, target, isUndo: true }, job),
    onError: notifyError,
  })
  const cancel = useMutation({
    mutationFn: cancelJob,
    // Refused when it was done meanwhile, which is told anyway.
    onError: (error) => hasStatus(error, 409) || notifyError(error),
  })
  const job = useJob(work, { onEnd: finish, forget: () => follow(null) })
  return {
    work,
    job,
    isStarting: start.isPending || undo.isPending,
    start: start.mutate,
    cancel: () => work !== null && cancel.mutate(work.id),
    isCancelling: cancel.isPending,
  }
}
export type Bulk = ReturnType<typeof useBulk>

/** How far the job is; asked for now and then, and at once when the server says that it went on. */
function useJob(
  work: BulkWork | null,
  { onEnd, forget }: Readonly<{ onEnd: (work: BulkWork, job: BulkJob) => void; forget: () => void }>,
): BulkJob | null {
  const query = useQuery({
    ...jobQuery(work?.id ?? ''),
    enabled: work !== null,
    refetchInterval: interval,
  })
  const job = work === null ? null : (query.data ?? null)
  useServerEvent(['job.progress'], ({ ids }) => {
    if (work !== null && (ids === undefined || ids.includes(work.id))) void query.refetch()
  })
  const end = useEffectEvent((ended: BulkJob) => {
    if (work !== null) onEnd(work, ended)
  })
  const onGone = useEffectEvent(() => forget())
  useEffect(() => {
    if (job !== null && !isGoing(job)) end(job)
  }, [job])
  const isGone = hasStatus(query.error, 404)
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone])
  return job
}
