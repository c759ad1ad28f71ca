/** Being told to stop: by Ctrl-C, by a service manager, by the terminal that closes. Further signals change nothing. */
export type StopRequest = { readonly requested: Promise<'stop'>; readonly signal: AbortSignal }

const LOOK_EVERY_MS = 200

export function stopRequest(options: { readonly startedByNpm: boolean }): StopRequest {
  const { promise, resolve } = Promise.withResolvers<'stop'>()
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    resolve('stop')
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  if (options.startedByNpm) followParent(stop)
  return { requested: promise, signal: controller.signal }
}

/** npm hands a signal to the shell between it and us, which dies of it without a word: its death is our signal. */
function followParent(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, LOOK_EVERY_MS).unref()
}
