import { cloneElement, type ReactElement, type ReactNode, type Ref, Suspense, useState } from 'react'

export type PopoverTarget = ReactElement<
  React.ButtonHTMLAttributes<HTMLButtonElement> & Readonly<{ ref?: Ref<HTMLButtonElement> }>
>

type Props = Readonly<{
  target: PopoverTarget
  preload: () => void
  /** The popover with this button in it, whose code may still have to come. */
  children: (target: PopoverTarget) => ReactNode
}>

/** A button with more behind it. Until it is first used it is the button alone, without what places and fills a popover. */
export function PopoverButton({ target, preload, children }: Props) {
  const [wanted, setWanted] = useState(false)
  const button = cloneElement(target, {
    onClick: () => setWanted(true),
    onPointerEnter: preload,
    onFocus: preload,
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  })
  return wanted ? <Suspense fallback={button}>{children(target)}</Suspense> : button
}
