// The name under which an export is kept.
import { Temporal } from 'temporal-polyfill'

/** `Customer Report 2026-11-21 14.30.05.csv`, in the merchant's time zone; no character that a file system refuses. */
export function fileNameOf(at: Date, timeZone: string, ending: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString({ smallestUnit: 'second' }).replaceAll(':', '.')
  return `Customer Report ${local.toPlainDate()} ${time}.${ending}`
}

/** RFC 6266, with RFC 5987's form for programs that read nothing else. The names are plain ASCII. */
export function contentDispositionOf(fileName: string): string {
  return `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
}
