import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { cloneElement, Fragment, useEffect, useRef, useState } from 'react'
import type { MenuAction, MenuEntry, MenuTarget } from './menu-entries.ts'

type Props = Readonly<{ target: MenuTarget; items: readonly MenuEntry[]; width: number }>

/** The menu itself, opened as soon as it is there; afterwards it opens and closes as menus do. */
export function OpenedMenu({ target, items, width }: Props) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // This button took the place of the one that was pressed: the focus has to come back here when the menu closes.
    button.current?.focus()
    setOpened(true)
  }, [])
  return (
    <Menu opened={opened} onChange={setOpened} width={width}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      <Menu.Dropdown>
        <Entries items={items} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Entries({ items }: Readonly<{ items: readonly MenuEntry[] }>) {
  const first = items.find((entry) => entry !== 'divider' && 'label' in entry && !entry.disabled)
  return items.map((entry, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: dividers have nothing but their place.
    if (entry === 'divider') return <Menu.Divider key={`divider-${index}`} />
    if ('heading' in entry) return <Menu.Label key={entry.id}>{entry.heading}</Menu.Label>
    return (
      <Fragment key={entry.label}>
        {entry.items ? (
          <SubMenu entry={entry} first={entry === first} />
        ) : (
          <Action entry={entry} first={entry === first} />
        )}
      </Fragment>
    )
  })
}

/** The `first` takes the focus when the menu opens, so that the arrows work at once. */
type EntryProps = Readonly<{ entry: MenuAction; first: boolean }>

function Action({ entry, first }: EntryProps) {
  const { label, icon, onClick, href, danger, disabled, checked, lang } = entry
  const looks = {
    leftSection: icon,
    rightSection: checked ? <IconCheck size={16} /> : undefined,
    // Mantine's own red is too pale for text of this size.
    c: danger ? 'var(--mantine-color-error)' : undefined,
    disabled,
    onClick,
    lang,
    'aria-current': checked || undefined,
    'data-autofocus': first || undefined,
  }
  if (href !== undefined) {
    return (
      <Menu.Item component="a" href={href} {...looks}>
        {label}
      </Menu.Item>
    )
  }
  return <Menu.Item {...looks}>{label}</Menu.Item>
}

function SubMenu({ entry, first }: EntryProps) {
  return (
    <Menu.Sub position="left-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={entry.icon} data-autofocus={first || undefined}>
          {entry.label}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        <Entries items={entry.items ?? []} />
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
