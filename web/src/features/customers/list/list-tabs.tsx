import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { TabLinks, tabLinkClass } from '../../../ui/tab-links.tsx'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { type ListSearch, tabsOf } from './list-search.ts'

/** Organizations and contacts apart, as the merchant has set it up; what else the list is narrowed by goes along. */
export function ListTabs({ search }: Readonly<{ search: ListSearch }>) {
  const { t } = useTranslation()
  const { setup } = useSession().merchant
  const organizations = useOrganizationsWord()
  const labels = {
    all: t('customerList.tabs.all'),
    business: organizations,
    personal: t('customerList.tabs.contacts'),
  }
  const tabs = tabsOf(setup)
  if (tabs.length === 0) return null
  const { type: _, ...rest } = search
  return (
    <TabLinks label={t('customerList.tabs.label')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to="/customers"
          search={tab === 'all' ? rest : { ...rest, type: tab }}
          className={tabLinkClass}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        >
          {labels[tab]}
        </Link>
      ))}
    </TabLinks>
  )
}
