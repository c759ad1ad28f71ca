// The door of the list for a record: who stands before and after this customer in the list that was on screen last.
// Further pages of the same list are read when the walk comes near the end of what was read.
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { cursorAbove, emptyChain, placePage, prepended } from '../../../kernel/page-chain.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { countQuery, openingQuery, pageQuery } from './list.api.ts'
import { type KeptList, keepPlace, lastList, placeKey, type RowChain } from './list-place.ts'
import { filterOf } from './list-search.ts'
import { cursorToRead, pageBelow, type Steps, stepsAt } from './walk-steps.ts'

export type ListWalk = Readonly<{
  /** Null at the first row. */
  previousId: string | null
  /** Null at the last row, and for a moment where the next page is still being read. */
  nextId: string | null
  /** “12 of 340”; of a long list “12 of more than 10,000”, and “about 52,300” where somebody jumped to. */
  text: string
}>

const noList = { filter: filterOf({}), request: { ...filterOf({}), fields: '' } } as const

/** Null when this customer was not opened from a list: nothing is known to walk along. */
export function useListWalk(customerId: string): ListWalk | null {
  const queryClient = useQueryClient()
  const list = lastList(queryClient)
  const { data: chain = emptyChain } = useQuery<RowChain>({
    queryKey: placeKey(list?.key ?? ''),
    queryFn: skipToken,
  })
  const steps = stepsAt(chain, customerId)
  useReadBelow(list, chain, steps)
  useReadAbove(list, chain, steps)
  const text = usePositionText(list, steps?.position ?? 0, cursorAbove(chain) !== null)
  return steps === null ? null : { previousId: steps.previousId, nextId: steps.nextId, text }
}

function useReadBelow(list: KeptList | undefined, chain: RowChain, steps: Steps | null): void {
  const queryClient = useQueryClient()
  const page = pageBelow(chain, steps)
  const { cursor = null, size } = page === null ? {} : (chain.links[page] ?? {})
  const { data } = useQuery({
    ...pageQuery((list ?? noList).request, cursor, size),
    enabled: list !== undefined && page !== null,
  })
  useEffect(() => {
    if (list !== undefined && page !== null && data !== undefined)
      keepPlace(queryClient, list, placePage(chain, page, data))
  }, [queryClient, list, chain, page, data])
}

function useReadAbove(list: KeptList | undefined, chain: RowChain, steps: Steps | null): void {
  const queryClient = useQueryClient()
  const cursor = list === undefined ? null : cursorToRead(chain, steps)
  const opening = cursor === null ? null : { before: cursor }
  const { data } = useQuery(openingQuery((list ?? noList).request, opening))
  useEffect(() => {
    if (list !== undefined && cursor !== null && data !== undefined)
      keepPlace(queryClient, list, prepended(chain, data))
  }, [queryClient, list, chain, cursor, data])
}

function usePositionText(list: KeptList | undefined, position: number, isJumped: boolean): string {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: count } = useQuery({
    ...countQuery((list ?? noList).filter),
    enabled: list !== undefined && position > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const at = format.number(position)
  if (count === undefined) return at
  if (count.capped && isJumped) return t('customerList.walk.about', { position: at })
  // It may have been deleted meanwhile, and the others with it.
  if (!count.capped && position > count.count) return ''
  const of = { position: at, total: format.number(count.count) }
  return t(count.capped ? 'customerList.walk.positionCapped' : 'customerList.walk.position', of)
}
