// What nobody sees until they open it comes with its first use, or a moment before, when the mouse is on the way to it.
import { lazy } from 'react'
import { loadTexts } from '../../../locales/i18n.ts'

const filter = () => import('./opened-filter.tsx')
const drawer = () => import('./opened-drawer.tsx')
const bar = () => import('./guests-bar.tsx')
const dialog = () =>
  Promise.all([import('./assign-dialog.tsx'), loadTexts('customerForm')]).then(([module]) => module)

export const OpenedFilter = lazy(() => filter().then((module) => ({ default: module.OpenedFilter })))
export const OpenedDrawer = lazy(() => drawer().then((module) => ({ default: module.OpenedDrawer })))
export const GuestsBar = lazy(() => bar().then((module) => ({ default: module.GuestsBar })))
export const AssignDialog = lazy(() => dialog().then((module) => ({ default: module.AssignDialog })))

/** A failure shows when it is really opened; this was only ahead of time. */
export const preloadFilter = () => void filter().catch(() => undefined)
export const preloadDrawer = () => void drawer().catch(() => undefined)
