// What this page itself has just written: its events come back to it like everybody's, and are no news here.

/** An event follows its write by far less. */
const echo = 3000

type Write = { readonly subject: string | null; until: number }
let writes: readonly Write[] = []

/** Called with each request that writes; what it answers is called when the answer is there. */
export function noteWrite(method: string, url: string): () => void {
  const path = /\/(?:customers|jobs)\b(?:\/([0-9a-f-]{36}))?/.exec(url)
  if (path === null || method === 'GET' || method === 'HEAD') return () => undefined
  // Of a write that names no customer nobody knows here whom it changes.
  const subject = path[0].includes('customers') ? (path[1] ?? null) : null
  const write: Write = { subject, until: Number.POSITIVE_INFINITY }
  writes = [...writes.filter(({ until }) => until > Date.now()), write]
  return () => {
    write.until = Date.now() + echo
  }
}

/** Whether all these may have been changed by this page. */
export function isOwn(ids: readonly string[]): boolean {
  const alive = writes.filter(({ until }) => until > Date.now())
  if (alive.some(({ subject }) => subject === null)) return true
  return ids.length > 0 && ids.every((id) => alive.some(({ subject }) => subject === id))
}
