// The steps of a job: of customers themselves, or of orders that are given to one.
import type { Writer } from '../../db/client.ts'
import type { Recorder } from '../activity/index.ts'
import { isOfCustomers, type Job } from './bulk.queries.ts'
import { applyStep, undoStep } from './bulk.steps.ts'
import { assignStep, unassignStep } from './orders/assign.steps.ts'

/** True when it was the last one: the job has ended. */
export const stepOf = (tx: Writer, job: Job): Promise<boolean> =>
  isOfCustomers(job) ? applyStep(tx, job) : assignStep(tx, job)

export const undoStepOf = (tx: Writer, job: Job, recorder: Recorder, parentId: string): Promise<boolean> =>
  isOfCustomers(job) ? undoStep(tx, job, recorder, parentId) : unassignStep(tx, job, recorder)
