// What on the page has not been saved, for what ends the work without leaving by the router: signing out, or
// going to another business.

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

function unsavedQuestion(): LeaveQuestion | null {
  for (const ask of askers) {
    const question = ask()
    if (question !== null) return question
  }
  return null
}

/** What waits for the answer. */
export type Ending = Readonly<{ question: LeaveQuestion; verb: string; act: () => void }>

let ending: Ending | null = null
const watchers = new Set<() => void>()

/** Does it at once while there is nothing to lose; else asks first. `verb`: what the button says in place of “Leave”. */
export function askBeforeEnd(act: () => void, verb?: string): void {
  const question = unsavedQuestion()
  if (question === null) act()
  else setEnding({ question, verb: verb ?? question.leave, act })
}

/** Answered, either way. */
export const endAnswered = (): void => setEnding(null)

export const endingAsked = (): Ending | null => ending

export function watchEnding(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function setEnding(value: Ending | null): void {
  ending = value
  for (const watcher of watchers) watcher()
}
