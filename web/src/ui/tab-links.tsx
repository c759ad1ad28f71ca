import type { ReactNode } from 'react'
import classes from './tab-links.module.css'

/** Tabs that are pages of their own: links, so that each has its address. Give each link `tabLinkClass`. */
export function TabLinks({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <nav className={classes.tabs} aria-label={label} ref={showActive}>
      {children}
    </nav>
  )
}

/** On a phone the last of many stands beyond the edge. */
function showActive(tabs: HTMLElement | null): void {
  tabs?.querySelector('[data-status]')?.scrollIntoView({ block: 'nearest' })
}

export const tabLinkClass = classes.tab
