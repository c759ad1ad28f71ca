import { useSession } from '../api/session.ts'
import classes from './paper-head.module.css'

/** Whose paper it is: above what is printed, where on screen the frame says so. */
export function PaperHead() {
  return <p className={classes.head}>{useSession().merchant.name}</p>
}
