// Files of exports as any other program reads them.
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'

export const rowsOfCsv = (text: string): unknown[] => Papa.parse(text, { skipEmptyLines: true }).data

/** Of the first sheet, the headers first. */
export async function rowsOfXlsx(bytes: Uint8Array): Promise<unknown[][]> {
  const [sheet] = (await readXlsx(bytes)).sheets
  return sheet?.rows ?? []
}
