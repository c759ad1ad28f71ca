// What a row can ask for: one menu is shared by all rows, since a menu in each would cost more than the rows.
import { createContext, use } from 'react'
import type { CustomerRow } from './list.api.ts'
import { preloadMenu } from './on-demand.ts'

export type MenuKind = 'more' | 'email' | 'phone'
export type OpenMenu = Readonly<{ kind: MenuKind; row: CustomerRow; anchor: HTMLElement }>

type RowActions = Readonly<{
  openMenu: (menu: OpenMenu) => void
  /** The row whose menu is open, and which. */
  opened: string | null
}>

const RowActionsContext = createContext<RowActions>({
  openMenu: () => undefined,
  opened: null,
})
export const RowActionsProvider = RowActionsContext.Provider

export const menuKey = (kind: MenuKind, id: string): string => `${kind} ${id}`

/** Props of the button that opens a menu of this row. */
export function useMenuButton(kind: MenuKind, row: CustomerRow) {
  const { openMenu, opened } = use(RowActionsContext)
  return {
    'aria-haspopup': 'menu',
    'aria-expanded': opened === menuKey(kind, row.id),
    onPointerEnter: preloadMenu,
    onFocus: preloadMenu,
    onClick: (event: React.MouseEvent<HTMLElement>) => openMenu({ kind, row, anchor: event.currentTarget }),
  } as const
}
