import { createFileRoute, Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/session.ts'
import { loadTexts } from '../../locales/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TabLinks, tabLinkClass } from '../../ui/tab-links.tsx'

export const Route = createFileRoute('/_app/settings')({
  loader: () => loadTexts('settings'),
  component: SettingsLayout,
})

const tabs = [
  { to: '/settings/business', label: 'shell.settingsTabs.business', needs: 'settings.read' },
  { to: '/settings/tags', label: 'shell.settingsTabs.tags', needs: 'customers.read' },
  { to: '/settings/stores', label: 'shell.settingsTabs.stores', needs: 'customers.read' },
  { to: '/settings/outbox', label: 'shell.settingsTabs.outbox', needs: 'orders.read' },
  { to: '/settings/account', label: 'shell.settingsTabs.account' },
] as const

function SettingsLayout() {
  const { t } = useTranslation()
  const can = useCan()
  const shown = tabs.filter((tab) => !('needs' in tab) || can(tab.needs))
  return (
    <Page width="narrow">
      <PageHeader title={t('settings.title')} />
      <TabLinks label={t('settings.sections')}>
        {shown.map(({ to, label }) => (
          <Link key={to} to={to} className={tabLinkClass}>
            {t(label)}
          </Link>
        ))}
      </TabLinks>
      <Outlet />
    </Page>
  )
}
