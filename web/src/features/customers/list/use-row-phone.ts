import { useTranslation } from 'react-i18next'
import { usePhoneFormat } from '../../../ui/format-context.tsx'
import type { CustomerRow } from './list.api.ts'
import { extensionOf, shownPhone } from './row-reach.ts'

/** The number that a row shows; `extension` in words. */
export function useRowPhone(row: CustomerRow): Readonly<{ number: string; extension: string | null }> | null {
  const { t } = useTranslation()
  const format = usePhoneFormat()
  const number = shownPhone(row)
  const extension = extensionOf(row)
  if (number === null) return null
  return {
    number: format(number),
    extension: extension ? t('customerFields.extension', { extension }) : null,
  }
}
