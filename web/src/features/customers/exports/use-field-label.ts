import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganizationsWord } from '../use-organizations-word.ts'

const own = [
  ...(['id', 'displayName', 'address', 'addresses', 'updatedAt', 'inactivatedAt'] as const),
  ...(['revenue4w', 'revenue3m'] as const),
] as const

/** What a field of the file is called on screen. */
export function useFieldLabel(): (field: string) => string {
  const { t } = useTranslation()
  const organizations = useOrganizationsWord()
  return useCallback(
    (field: string) => {
      if (field === 'organizations') return organizations
      const named = own.find((name) => name === field)
      return named === undefined ? t(`customerFields.${field as 'email'}`) : t(`exporting.fields.${named}`)
    },
    [t, organizations],
  )
}
