// Far from every row that was read, as when somebody drags the scrollbar, the list is opened anew where they stopped.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { isRead, openedChain } from '../../../kernel/page-chain.ts'
import type { InView } from '../../../ui/row-pages.ts'
import { type Jump, jumpTo } from './jump.ts'
import { openingQuery } from './list.api.ts'
import type { KeptList, RowChain } from './list-place.ts'

type Options = Readonly<{
  list: KeptList
  chain: RowChain
  inView: InView
  /** About how many rows there are; null where no place can be told. */
  total: number | null
  onJump: (chain: RowChain) => void
}>

/** Whoever drags on is not there yet. */
const rest = 120

export function useJump({ list, chain, inView, total, onJump }: Options) {
  const [wanted, setWanted] = useState<(Jump & Readonly<{ of: string; total: number }>) | null>(null)
  const next = isRead(chain) && total !== null ? jumpTo(chain, inView, total) : null
  const target = next === null ? null : `${next.start} ${next.at}`
  const set = useEffectEvent(() => {
    setWanted(next === null || total === null ? null : { ...next, of: list.key, total })
  })
  useEffect(() => {
    if (target === null) {
      set()
      return
    }
    const timer = setTimeout(() => set(), rest)
    return () => clearTimeout(timer)
  }, [target])

  const current = wanted?.of === list.key ? wanted : null
  const opening = useQuery(openingQuery(list.request, current === null ? null : { at: current.at }))
  const { data } = opening
  const arrive = useEffectEvent((page: NonNullable<typeof data>) => {
    if (current === null) return
    setWanted(null)
    onJump(openedChain(page, current.start, current.total))
  })
  useEffect(() => {
    if (data !== undefined) arrive(data)
  }, [data])
  return opening
}
