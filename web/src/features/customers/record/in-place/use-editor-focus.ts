import { useQuery } from '@tanstack/react-query'
import { type FocusEvent, useEffect, useEffectEvent, useRef } from 'react'
import { storesQuery } from '../../../../api/queries.ts'

type Region = Readonly<{ current: HTMLElement | null }>

/** The words of what was chosen, marked: to type is to replace them. */
export function useFirstField(region: Region, focus: string | null): void {
  // The stores to choose from may still be on their way, and with them their field.
  const { data: stores } = useQuery(storesQuery)
  const isIn = useRef(false)
  const enter = useEffectEvent(() => {
    const found = region.current?.querySelectorAll<HTMLElement>('input:not([type="hidden"]), textarea')
    const all = [...(found ?? [])]
    const path = (field: HTMLElement) => field.dataset.path ?? ''
    const field =
      all.find((one) => focus !== null && path(one) === focus) ??
      all.find((one) => path(one).endsWith('.number') || path(one).endsWith('.line1')) ??
      all[0]
    if (field === undefined || isIn.current) return
    isIn.current = true
    field.focus()
    if (field instanceof HTMLInputElement) field.select()
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field of the stores is looked for again once the stores have come
  useEffect(() => enter(), [stores])
}

/** A choice that took the place of its field, a row that was removed: the keyboard goes on at Save. */
export function useLostFocus(region: Region) {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    if (last.current === null || last.current.isConnected || document.activeElement !== document.body) return
    region.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
  })
  return ({ target }: FocusEvent<HTMLElement>) => {
    last.current = target
  }
}
