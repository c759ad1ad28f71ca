import { useEffect, useRef, useState } from 'react'
import type { CustomerType } from '../customers.api.ts'
import type { CustomerForm } from './form-context.ts'
import { type Tab, tabOf } from './places.ts'

/** The open tab, and the way to a field on whichever tab it stands. */
export function useFocus(form: CustomerForm, type: CustomerType, isNew: boolean) {
  const [tab, setTab] = useState<Tab>('general')
  const wanted = useRef<string | null>(null)

  // After the tab with the field has been drawn.
  useEffect(() => {
    if (wanted.current === null) return
    const node = form.getInputNode(wanted.current)
    wanted.current = null
    node?.focus()
    node?.scrollIntoView({ block: 'center' })
  })
  const goTo = (path: string | undefined) => {
    if (path === undefined) return
    wanted.current = path
    setTab(tabOf(path, type, isNew))
  }
  return { tab, setTab, goTo }
}
