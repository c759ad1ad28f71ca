// What nobody sees until they open it comes with its first use, or a moment before, when the mouse is on the way to it.
import { lazy } from 'react'

const filter = () => import('./opened-filter.tsx')
const drawer = () => import('./opened-drawer.tsx')

export const OpenedFilter = lazy(() => filter().then((module) => ({ default: module.OpenedFilter })))
export const OpenedDrawer = lazy(() => drawer().then((module) => ({ default: module.OpenedDrawer })))

/** A failure shows when it is really opened; this was only ahead of time. */
export const preloadFilter = () => void filter().catch(() => undefined)
export const preloadDrawer = () => void drawer().catch(() => undefined)
