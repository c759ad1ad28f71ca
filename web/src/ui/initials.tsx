import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { initials } from '../kernel/initials.ts'
import { stableColor } from '../kernel/palette.ts'
import classes from './initials.module.css'
import { shadeVariables } from './tag-badge.tsx'

type Props = Readonly<{
  name: string
  photoUrl?: string | null
  /** People are round, businesses square with round corners. */
  type?: 'personal' | 'business'
  size?: number
}>

/** The photo, or the initials on a colour that stays the same for the same name. The name itself stands beside it. */
export function Initials({ name, photoUrl, type = 'personal', size = 32 }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const letters = initials(name)
  const style = {
    width: size,
    height: size,
    fontSize: Math.round(size * 0.38),
    ...shadeVariables(letters === '' ? 'gray' : stableColor(name)),
  }
  if (photoUrl && photoUrl !== broken) {
    return (
      <img
        className={classes.mark}
        data-type={type}
        style={style}
        src={photoUrl}
        alt=""
        loading="lazy"
        onError={() => setBroken(photoUrl)}
      />
    )
  }
  const Icon = type === 'business' ? IconBuilding : IconUser
  return (
    <span aria-hidden className={classes.mark} data-type={type} data-letters={letters} style={style}>
      {letters === '' && <Icon size={size * 0.55} stroke={1.75} />}
    </span>
  )
}
