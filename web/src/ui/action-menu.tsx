import { cloneElement, lazy, Suspense, useState } from 'react'
import type { MenuEntry, MenuTarget } from './menu-entries.ts'

type Props = Readonly<{ target: MenuTarget; items: readonly MenuEntry[]; width?: number }>

const load = () => import('./opened-menu.tsx').then((module) => ({ default: module.OpenedMenu }))
const OpenedMenu = lazy(load)

/**
 * A menu behind a button. Until it is first used it is the button alone: a table of fifty rows then costs fifty
 * buttons, and what places and steers menus (30 kB) is no part of the first screen.
 */
export function ActionMenu({ target, items, width = 200 }: Props) {
  const [wanted, setWanted] = useState(false)
  const preload = () => void load()
  const button = cloneElement(target, {
    onClick: () => setWanted(true),
    onPointerEnter: preload,
    onFocus: preload,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  })
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <OpenedMenu target={target} items={items} width={width} />
    </Suspense>
  )
}
