import type { ReactNode } from 'react'
import classes from './save-bar.module.css'

/** What ends a form, in sight however long the form is. */
export const SaveBar = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className={classes.bar}>{children}</div>
)
