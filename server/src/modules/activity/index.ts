// The record of what happened to customers: append-only, written in the transaction of what happened.
export {
  type ActivityKind,
  type NewActivity,
  type Recorder,
  recordActivities,
  recordActivity,
} from './activity.commands.ts'
export { listActivities } from './activity.queries.ts'
export { About, Activity, ActivityPage } from './activity.schemas.ts'
