import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format-context.tsx'
import type { Customer } from './customers.api.ts'

const known = ['manual', 'api', 'import'] as const

/** “12 Nov 2026 · by hand”: since when a consent stands, and where it came from. */
export function useConsentSince(): (consent: Customer['consent']['email']) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ at, source }) => {
    const name = known.find((one) => one === source)
    const words = name === undefined ? source : t(`customerFields.consentSources.${name}`)
    return [at && format.date(at), words].filter(Boolean).join(' · ')
  }
}
