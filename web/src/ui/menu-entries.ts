import type { ReactElement, ReactNode, Ref } from 'react'

export type MenuAction = Readonly<{
  label: string
  icon?: ReactNode
  onClick?: () => void
  /** A real link: mailto:, tel:, a page. */
  href?: string
  danger?: boolean
  disabled?: boolean
  /** The one in force among several. */
  checked?: boolean
  /** The language the label is in, where it is not the page's. */
  lang?: string
  /** A menu of its own. */
  items?: readonly MenuEntry[]
}>
export type MenuEntry = MenuAction | 'divider' | Readonly<{ heading: ReactNode; id: string }>

type TargetProps = {
  ref?: Ref<HTMLButtonElement>
  onClick?: () => void
  onPointerEnter?: () => void
  onFocus?: () => void
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
}
export type MenuTarget = ReactElement<TargetProps>
