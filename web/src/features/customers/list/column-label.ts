import { useTranslation } from 'react-i18next'
import type { CustomAttribute } from '../customers.api.ts'
import type { BuiltInColumn, ColumnId } from './columns.ts'

/** What stands above a column; the labels of the merchant's own fields. */
export function useColumnLabel(attributes: readonly CustomAttribute[]): (id: ColumnId) => string {
  const { t } = useTranslation()
  return (id) => {
    const own = attributes.find(({ key }) => id === `attributes.${key}`)
    if (own !== undefined) return own.label
    return t(`customerList.columns.${id as BuiltInColumn}`)
  }
}
