// Asks for the list ten times a second until it is told to stop: a thread of its own, since whoever brings or takes a file
// meanwhile would have these answers wait for it, and blame the product.
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { openClient, type Target } from './http-load.ts'

/** Milliseconds of each answer. */
export function watchList(target: Target, path: string): { stop(): Promise<readonly number[]> } {
  const worker = new Worker(new URL(import.meta.url), { workerData: { target, path } })
  const answered = new Promise<readonly number[]>((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
  })
  return {
    stop: () => {
      worker.postMessage('stop')
      return answered
    },
  }
}

if (parentPort !== null) {
  const { target, path } = workerData as { target: Target; path: string }
  const state = { isOver: false }
  parentPort.once('message', () => {
    state.isOver = true
  })
  const client = await openClient(target)
  const ms: number[] = []
  while (!state.isOver) {
    const begun = performance.now()
    await client.get(path)
    ms.push(performance.now() - begun)
    await pause(100)
  }
  client.close()
  parentPort.postMessage(ms)
}
