import type { ReactNode } from 'react'
import classes from './for-operator.module.css'

/** What only whoever runs the installation can use: folded, so that it is in nobody else's way. */
export function ForOperator({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <details className={classes.fold}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}

/** A line to copy: it may be wider than its place, and is never broken. */
export function CommandLine({ children }: Readonly<{ children: string }>) {
  return (
    <code className={classes.command} dir="ltr">
      {children}
    </code>
  )
}
