import type { TFunction } from 'i18next'

const known: Readonly<Record<string, 'disk_full' | 'export_broken' | 'files_unavailable'>> = {
  'disk.full': 'disk_full',
  'export.broken': 'export_broken',
  'files.unavailable': 'files_unavailable',
}

/** Why an export failed on its way; the server's own words where the code has none here. */
export function failureText(t: TFunction, { code, message }: Readonly<{ code: string; message: string }>) {
  const key = known[code]
  return key === undefined ? `${message}.` : t(`exporting.end.${key}`)
}
