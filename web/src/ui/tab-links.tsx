import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './tab-links.module.css'

/** Tabs that are pages of their own: links, so that each has its address. Give each link `tabLinkClass`. */
export function TabLinks({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  const tabs = useRef<HTMLElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  // On a phone the last of many stands beyond the edge, and further out when its letters have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is not read here, and yet says when another tab is the active one.
  useEffect(() => {
    const show = () => tabs.current?.querySelector('[data-status]')?.scrollIntoView({ block: 'nearest' })
    show()
    document.fonts.ready.then(show)
  }, [pathname])
  return (
    <nav className={classes.tabs} aria-label={label} ref={tabs}>
      {children}
    </nav>
  )
}

export const tabLinkClass = classes.tab
