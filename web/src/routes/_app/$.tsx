import { createFileRoute } from '@tanstack/react-router'
import { RouteNotFound } from '../../ui/route-states.tsx'

/** An unknown address keeps the frame, so that one can go on from there. */
export const Route = createFileRoute('/_app/$')({ component: RouteNotFound })
