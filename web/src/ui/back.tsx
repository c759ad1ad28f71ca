import { IconArrowLeft } from '@tabler/icons-react'
import classes from './back.module.css'

/** The way back, at one place and in one form on every page that has one: for a `Button`, or a `LinkButton` with its address. */
export const backLook = {
  variant: 'subtle',
  color: 'gray',
  leftSection: <IconArrowLeft size={17} aria-hidden />,
  className: classes.back,
} as const
