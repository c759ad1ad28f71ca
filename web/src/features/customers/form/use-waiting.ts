// A Save that found no server waits for it, and is done by itself as long as nobody went on typing.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useConnected } from '../../../api/connection.ts'

/** A server that answers everything but this request is not asked for ever. */
const mostTries = 3
/** Whether it was this request or the server is looked into first. */
const pause = 1000

type Waiting = 'no' | 'waiting' | 'changed' | 'given'

export function useWaiting(markOf: () => string, retry: () => void) {
  const isConnected = useConnected()
  const [state, setState] = useState<Waiting>('no')
  const mark = useRef('')
  const tries = useRef(0)
  const onBack = useEffectEvent(() => {
    if (mark.current === markOf()) retry()
    else setState('changed')
  })
  useEffect(() => {
    if (state !== 'waiting' || !isConnected) return
    const timer = setTimeout(() => onBack(), pause)
    return () => clearTimeout(timer)
  }, [state, isConnected])
  return {
    state,
    /** Save was refused by silence. */
    begin: () => {
      tries.current += 1
      mark.current = markOf()
      setState(tries.current > mostTries ? 'given' : 'waiting')
    },
    /** Somebody pressed Save: the count begins anew. */
    restart: () => {
      tries.current = 0
    },
    end: () => setState('no'),
  }
}
