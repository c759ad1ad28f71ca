// Where ids, orders and reviews come from, as people know it.
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { fileSourcesQuery } from '../api/file-sources.ts'

/** Not by a person: it says nothing to one. */
export const isMadeUp = (source: string) => /^file-[0-9a-f]{8}$/.test(source)

/** What the made-up business is filled from. */
const sample = 'sample'

/** Programs name themselves in small letters. A name that was made up for the file of an unknown program is told as that file. Asked for only where one stands. */
export function useSourceText(sources: readonly string[]): (source: string) => string {
  const { t } = useTranslation()
  const { data } = useQuery({ ...fileSourcesQuery, enabled: sources.some(isMadeUp) })
  return useCallback(
    (source: string) => {
      const file = data?.find((one) => one.source === source)?.fileName
      const isShared = data?.some((one) => one.fileName === file && one.source !== source)
      if (file !== undefined) return isShared ? `${file} (${source})` : file
      return source === sample ? t('common.sampleSource') : source.charAt(0).toUpperCase() + source.slice(1)
    },
    [data, t],
  )
}
