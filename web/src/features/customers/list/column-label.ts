import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import type { CustomAttribute } from '../customers.api.ts'
import type { BuiltInColumn, ColumnId } from './columns.ts'

/** What stands above a column; the merchant's own word for organizations, and the labels of their own fields. */
export function useColumnLabel(attributes: readonly CustomAttribute[]): (id: ColumnId) => string {
  const { t } = useTranslation()
  const { organizationWord } = useSession().merchant
  return (id) => {
    const own = attributes.find(({ key }) => id === `attributes.${key}`)
    if (own !== undefined) return own.label
    if (id === 'organization' && organizationWord) return organizationWord.singular
    return t(`customerList.columns.${id as BuiltInColumn}`)
  }
}
