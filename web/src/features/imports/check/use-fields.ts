// The fields of a kind, as the server offers them, and their names.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { type ImportField, type ImportKind, importKindsQuery } from '../imports.api.ts'
import { targetText } from './target-text.ts'

const none: readonly ImportField[] = []

export const useFields = (kind: ImportKind): readonly ImportField[] =>
  useQuery(importKindsQuery).data?.find((one) => one.kind === kind)?.fields ?? none

export function useFieldText(kind: ImportKind): (path: string) => string {
  const { t } = useTranslation()
  const attributes = useQuery(customAttributesQuery).data
  return useMemo(
    () => (path) => targetText(t, path, { kind, attributes: attributes ?? [] }),
    [t, kind, attributes],
  )
}
