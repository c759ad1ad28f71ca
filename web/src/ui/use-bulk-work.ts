// One thing done to many: started, followed while the worker goes on with it, and undone by one click.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServerEvent } from '../api/events.ts'
import { type BulkJob, cancelJob, isGoing, jobQuery, undoJob } from '../api/jobs.ts'
import { hasStatus } from '../api/problem.ts'
import { notifyError } from './notify.tsx'
import { notifyWithUndo } from './undo-banner.tsx'

type Done = Readonly<{ isUndo: boolean }>
export type Work<About> = About & Done & Readonly<{ id: string }>

type Options<Input, About> = Readonly<{
  /** Of what is kept beside the queries, so that whoever leaves the list and comes back finds the progress again. */
  name: string
  begin: (input: Input) => Promise<BulkJob>
  /** What is said of it later. */
  aboutOf: (input: Input) => About
  tell: (about: About & Done, job: BulkJob) => Readonly<{ text: string; mayUndo: boolean }>
  /** The queries whose answers it changes. */
  changes: readonly string[]
  onStarted: () => void
}>

const interval = 700

export function useBulkWork<Input, About extends object>(options: Options<Input, About>) {
  const { name, begin, aboutOf, tell, changes, onStarted } = options
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const workKey = [name]
  const { data: work = null } = useQuery<Work<About> | null>({
    queryKey: workKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const follow = (next: Work<About> | null) => queryClient.setQueryData(workKey, next)
  const finish = (done: Work<About>, job: BulkJob) => {
    follow(null)
    for (const key of changes) void queryClient.invalidateQueries({ queryKey: [key] })
    const { text, mayUndo } = tell(done, job)
    notifyWithUndo(text, t('common.undo'), mayUndo ? () => undo.mutate(done) : null)
  }
  const take = (done: About & Done, job: BulkJob) => {
    const known = { ...done, id: job.id }
    queryClient.setQueryData(jobQuery(job.id).queryKey, job)
    if (isGoing(job)) follow(known)
    else finish(known, job)
  }
  const start = useMutation({
    mutationFn: begin,
    onSuccess: (job, input) => {
      onStarted()
      take({ ...aboutOf(input), isUndo: false }, job)
    },
    onError: notifyError,
  })
  const undo = useMutation({
    mutationFn: ({ id }: Work<About>) => undoJob(id),
    onSuccess: (job, done) => take({ ...done, isUndo: true }, job),
    onError: notifyError,
  })
  const cancel = useMutation({
    mutationFn: cancelJob,
    // Refused when it was done meanwhile, which is told anyway.
    onError: (error) => hasStatus(error, 409) || notifyError(error),
  })
  const job = useJob(work?.id ?? null, {
    onEnd: (ended) => work !== null && finish(work, ended),
    forget: () => follow(null),
  })
  return {
    work,
    job,
    isStarting: start.isPending || undo.isPending,
    start: start.mutate,
    cancel: () => work !== null && cancel.mutate(work.id),
    isCancelling: cancel.isPending,
  }
}

/** How far the job is; asked for now and then, and at once when the server says that it went on. */
function useJob(
  id: string | null,
  { onEnd, forget }: Readonly<{ onEnd: (job: BulkJob) => void; forget: () => void }>,
): BulkJob | null {
  const query = useQuery({
    ...jobQuery(id ?? ''),
    enabled: id !== null,
    refetchInterval: interval,
  })
  const job = id === null ? null : (query.data ?? null)
  useServerEvent(['job.progress'], ({ ids }) => {
    if (id !== null && (ids === undefined || ids.includes(id))) void query.refetch()
  })
  const end = useEffectEvent(onEnd)
  const onGone = useEffectEvent(forget)
  useEffect(() => {
    if (job !== null && !isGoing(job)) end(job)
  }, [job])
  const isGone = hasStatus(query.error, 404)
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone])
  return job
}
