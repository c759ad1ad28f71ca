// Only a list whose rows open brings the code for it, with the texts.
import type { ComponentType } from 'react'
import { loadTexts } from '../../../locales/i18n.ts'
import type { OpenedRowsProps } from './opened-rows.tsx'

let openedRows: ComponentType<OpenedRowsProps> | null = null

/** Asked for by the route: it is to be there with the first row. */
export async function loadOpenedRows(): Promise<void> {
  const [{ OpenedRows }] = await Promise.all([import('./opened-rows.tsx'), loadTexts('contacts')])
  openedRows = OpenedRows
}

/** Null where it could not be loaded: the list is a list without it. */
export const loadedOpenedRows = (): typeof openedRows => openedRows
