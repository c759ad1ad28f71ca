import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'

/** The merchant may call organizations otherwise: departments, accounts, groups. */
export function useOrganizationsWord(): string {
  const { t } = useTranslation()
  return useSession().merchant.organizationWord?.plural ?? t('customerFields.organizations')
}
