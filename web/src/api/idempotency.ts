// A POST whose answer got lost may have been done. Sending the same again carries the same key, so that the server
// answers what it answered then instead of doing it twice. Once an answer came, the next POST is a new one.
import { randomId } from '../kernel/random.ts'

const open = new Map<string, string>()
const marks = new WeakMap<Request, string>()

export async function keyFor(request: Request): Promise<string> {
  const mark = await markOf(request)
  const key = open.get(mark) ?? randomId()
  open.set(mark, key)
  return key
}

export async function forgetKey(request: Request): Promise<void> {
  const mark = marks.get(request)
  if (mark !== undefined) open.delete(mark)
}

async function markOf(request: Request): Promise<string> {
  const known = marks.get(request)
  if (known !== undefined) return known
  const isJson = request.headers.get('content-type')?.includes('json') ?? false
  // The bytes of an upload are not read twice: its key lives for one attempt.
  const body = isJson ? await request.clone().text() : randomId()
  const mark = `${request.url} ${body}`
  marks.set(request, mark)
  return mark
}
