// A file on its way to the server. `fetch` cannot tell how much of a body has been sent, so this is the one place
// that does not use `api`; what it throws is the same.
import { ApiError, problemOf } from './problem.ts'

type Options = Readonly<{
  /** From 0 to 1. At 1 the server has all of it and begins to look. */
  onSent: (share: number) => void
  signal: AbortSignal
}>

/** The body of a 2xx; throws an ApiError for any other answer, an AbortError when `signal` fires. */
export function upload<T>(path: string, form: FormData, { onSent, signal }: Options): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('POST', path)
    request.responseType = 'text'
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total)
    }
    request.upload.onload = () => onSent(1)
    request.onload = () => answerOf<T>(request).then(resolve, reject)
    request.onerror = () => reject(new ApiError({ code: 'network', status: 0 }))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    if (signal.aborted) reject(new DOMException('aborted', 'AbortError'))
    else request.send(form)
  })
}

async function answerOf<T>({ status, responseText }: XMLHttpRequest): Promise<T> {
  if (status >= 200 && status < 300) return JSON.parse(responseText) as T
  throw new ApiError(await problemOf(new Response(responseText, { status })))
}
