// What on the page has not been saved, for what ends the work without leaving by the router: signing out.

export type LeaveQuestion = Readonly<{ title: string; text: string; leave: string }>
/** Null while there is nothing to lose. */
type Asker = () => LeaveQuestion | null

const askers = new Set<Asker>()

export function watchUnsaved(asker: Asker): () => void {
  askers.add(asker)
  return () => {
    askers.delete(asker)
  }
}

/** The question to be answered before the work ends, if there is one. */
export function unsavedQuestion(): LeaveQuestion | null {
  for (const ask of askers) {
    const question = ask()
    if (question !== null) return question
  }
  return null
}
