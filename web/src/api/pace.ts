// The first of several signals is acted on at once, those that follow together, an interval later.

export type Pace = Readonly<{ add: (keys: readonly string[], atOnce: boolean) => void; stop: () => void }>

export function createPace(interval: number, act: (keys: readonly string[]) => void): Pace {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let last = Number.NEGATIVE_INFINITY

  const flush = () => {
    timer = null
    last = Date.now()
    const keys = [...waiting]
    waiting.clear()
    act(keys)
  }
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    add: (keys, atOnce) => {
      for (const key of keys) waiting.add(key)
      if (waiting.size === 0) return
      if (atOnce && Date.now() - last >= interval) {
        stop()
        flush()
      } else timer ??= setTimeout(flush, interval)
    },
    stop,
  }
}
