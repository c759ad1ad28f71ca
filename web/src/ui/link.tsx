// Mantine's looks on the router's links: real links, so that middle click and “open in a new tab” work.
import { Anchor, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type AnchorButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>

/** A button of Mantine is a <button> unless it is told otherwise, and that has no address. */
const AnchorButton = (props: AnchorButtonProps) => <Button component="a" {...props} />

export const LinkButton = createLink(AnchorButton)
export const LinkAnchor = createLink(Anchor<'a'>)
