import {
  IconFileImport,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconReceipt,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/session.ts'
import { Logo } from '../../ui/logo.tsx'
import classes from './shell.module.css'

const entries = [
  { to: '/dashboard', label: 'shell.nav.dashboard', icon: IconLayoutDashboard },
  { to: '/customers', label: 'shell.nav.customers', icon: IconUsers },
  { to: '/orders', label: 'shell.nav.orders', icon: IconReceipt, needs: 'orders.read' },
  { to: '/imports', label: 'shell.nav.imports', icon: IconFileImport, needs: 'customers.import' },
  { to: '/settings', label: 'shell.nav.settings', icon: IconSettings },
] as const

/** Pages without an entry of their own, and the one they belong to. */
const homes: Readonly<Record<string, string>> = { '/exports': '/imports', '/reviews': '/customers' }

function useEntries() {
  const can = useCan()
  const home = useLocation({ select: ({ pathname }) => homes[pathname.replace(/\/$/, '')] })
  return entries
    .filter((entry) => !('needs' in entry) || can(entry.needs))
    .map((entry) => ({ ...entry, status: entry.to === home ? 'active' : undefined }))
}

export function SideNavigation({
  collapsed,
  onToggle,
}: Readonly<{ collapsed: boolean; onToggle: () => void }>) {
  const { t } = useTranslation()
  const { merchant } = useSession()
  const shown = useEntries()
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const foldLabel = t(collapsed ? 'shell.expand' : 'shell.collapse')
  return (
    <div className={classes.side}>
      <div className={classes.brand} title={merchant.name}>
        <Logo size={28} />
        <span className={classes.label}>{merchant.name}</span>
      </div>
      <nav className={classes.links} aria-label={t('shell.mainNavigation')}>
        {shown.map(({ to, label, icon: Icon, status }) => (
          <Link
            key={to}
            to={to}
            title={collapsed ? t(label) : undefined}
            className={classes.link}
            aria-label={t(label)}
            data-status={status}
            aria-current={status === undefined ? undefined : 'page'}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span className={classes.label}>{t(label)}</span>
          </Link>
        ))}
      </nav>
      <button
        type="button"
        className={classes.link}
        title={collapsed ? foldLabel : undefined}
        onClick={onToggle}
        aria-label={foldLabel}
        aria-expanded={!collapsed}
      >
        <Fold size={20} stroke={1.6} aria-hidden />
        <span className={classes.label}>{t('shell.fold')}</span>
      </button>
    </div>
  )
}

export function BottomBar() {
  const { t } = useTranslation()
  const shown = useEntries()
  return (
    <nav className={classes.bottom} aria-label={t('shell.mainNavigation')}>
      {shown.map(({ to, label, icon: Icon, status }) => (
        <Link
          key={to}
          to={to}
          className={classes.bottomLink}
          data-status={status}
          aria-current={status === undefined ? undefined : 'page'}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
