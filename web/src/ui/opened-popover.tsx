import { Popover } from '@mantine/core'
import { cloneElement, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PopoverTarget } from './popover-button.tsx'

type Props = Readonly<{
  target: PopoverTarget
  width: number
  position: 'bottom-start' | 'bottom-end'
  children: (close: () => void) => ReactNode
}>

/** Takes the place of the button that was pressed: opens, and gives the focus back to it when it closes. */
export function OpenedPopover({ target, width, position, children }: Props) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    setOpened(true)
  }, [])
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={position}
      shadow="md"
      width={width}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        {cloneElement(target, { ref: button, onClick: () => setOpened(!opened) })}
      </Popover.Target>
      <Popover.Dropdown p="sm">{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  )
}
