// The store of this tab's drafts. After a sign-out, or when somebody else came, the page that still stands writes none.
import { forgetDraftsOfOthers } from '../kernel/drafts.ts'

let isClosed = false

/** Null when nothing may be kept; a browser may refuse storage altogether. */
export function draftKeeper(): Storage | null {
  try {
    return isClosed ? null : sessionStorage
  } catch {
    return null
  }
}

/** Of anybody else who worked in this tab nothing stays. */
export function draftsBelongTo(userId: string): void {
  isClosed = false
  const keeper = draftKeeper()
  if (keeper !== null) forgetDraftsOfOthers(keeper, userId)
}

export function endDrafts(): void {
  const keeper = draftKeeper()
  if (keeper !== null) forgetDraftsOfOthers(keeper, null)
  isClosed = true
}
