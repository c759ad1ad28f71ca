import type { ReactNode } from 'react'
import classes from './page.module.css'

/** `full` for tables, `wide` (1200 px) for records, `narrow` (720 px) for forms. */
export function Page({
  width = 'wide',
  children,
}: Readonly<{ width?: 'full' | 'wide' | 'narrow'; children: ReactNode }>) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  )
}

/** A titled surface; forms and records are made of these. */
export function Panel({ title, description, children, actions }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      {title !== undefined && (
        <div className={classes.panelHead}>
          <h2 className={classes.panelTitle}>{title}</h2>
          {actions}
          {description !== undefined && <p className={classes.panelText}>{description}</p>}
        </div>
      )}
      {children}
    </section>
  )
}

type PanelProps = Readonly<{
  title?: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}>
