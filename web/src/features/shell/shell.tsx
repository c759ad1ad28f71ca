import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { OfflineBanner } from '../../ui/offline-banner.tsx'
import { BottomBar, SideNavigation } from './navigation.tsx'
import { NewVersionBanner } from './new-version-banner.tsx'
import classes from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useNavigationState } from './use-navigation-state.ts'

/** The frame around every page: navigation at the left (below on phones), search and user at the top. */
export function Shell({ children }: Readonly<{ children: ReactNode }>) {
  const { t } = useTranslation()
  const { merchant } = useSession()
  const [collapsed, toggle] = useNavigationState()
  return (
    <div
      className={classes.shell}
      data-collapsed={collapsed || undefined}
      data-sample={merchant.isSample || undefined}
    >
      <a className={classes.skip} href="#main">
        {t('shell.skipToContent')}
      </a>
      <SideNavigation collapsed={collapsed} onToggle={toggle} />
      <div className={classes.column}>
        <TopBar />
        <OfflineBanner />
        <NewVersionBanner />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <BottomBar />
    </div>
  )
}
