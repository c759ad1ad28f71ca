import type { ReactNode } from 'react'
import classes from './tab-links.module.css'

/** Tabs that are pages of their own: links, so that each has its address. Give each link `tabLinkClass`. */
export function TabLinks({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {children}
    </nav>
  )
}

export const tabLinkClass = classes.tab
