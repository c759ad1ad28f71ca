// Mantine's looks on the router's links: real links, so that middle click and “open in a new tab” work.
import { Anchor, Button } from '@mantine/core'
import { createLink } from '@tanstack/react-router'

export const LinkButton = createLink(Button<'a'>)
export const LinkAnchor = createLink(Anchor<'a'>)
