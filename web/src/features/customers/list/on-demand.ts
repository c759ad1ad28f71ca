// What nobody sees until they open it is no part of the first screen: its code comes with the first use, or a moment
// before, when the mouse or the focus is on the way to it.
import { lazy } from 'react'
import { loadTexts } from '../../../locales/i18n.ts'

const filter = () => import('./opened-filter.tsx')
const view = () => import('./opened-view.tsx')
const drawer = () => import('./opened-drawer.tsx')
const menu = () => import('./row-menu.tsx')
const dialogs = () => import('./delete-dialog.tsx')
const exporting = () =>
  Promise.all([import('../exports/export-dialog.tsx'), loadTexts('exporting')]).then(([module]) => module)
const bar = () => Promise.all([import('./selection-bar.tsx'), loadTexts('bulk')]).then(([module]) => module)

export const OpenedFilter = lazy(() => filter().then((module) => ({ default: module.OpenedFilter })))
export const OpenedView = lazy(() => view().then((module) => ({ default: module.OpenedView })))
export const OpenedDrawer = lazy(() => drawer().then((module) => ({ default: module.OpenedDrawer })))
export const RowMenu = lazy(() => menu().then((module) => ({ default: module.RowMenu })))
export const DeleteDialog = lazy(() => dialogs().then((module) => ({ default: module.DeleteDialog })))
export const DeleteManyDialog = lazy(() => dialogs().then((module) => ({ default: module.DeleteManyDialog })))
export const ExportDialog = lazy(() => exporting().then((module) => ({ default: module.ExportDialog })))
export const SummaryCards = lazy(() =>
  Promise.all([import('../summary/summary-cards.tsx'), loadTexts('summary')]).then(([module]) => ({
    default: module.SummaryCards,
  })),
)
export const SelectionBar = lazy(() => bar().then((module) => ({ default: module.SelectionBar })))
export const BulkProgress = lazy(() => bar().then((module) => ({ default: module.BulkProgress })))

/** A failure shows when it is really opened; this was only ahead of time. */
const ahead = (...loads: readonly (() => Promise<unknown>)[]) => {
  for (const load of loads) load().catch(() => undefined)
}
export const preloadFilter = () => ahead(filter)
export const preloadView = () => ahead(view)
export const preloadDrawer = () => ahead(drawer)
export const preloadMenu = () => ahead(menu)
export const preloadExport = () => ahead(exporting)
