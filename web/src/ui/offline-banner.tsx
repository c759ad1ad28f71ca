import { useNetwork } from '@mantine/hooks'
import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './offline-banner.module.css'

/** Stands above the page while the browser has no network. */
export function OfflineBanner() {
  const { t } = useTranslation()
  const { online } = useNetwork()
  return (
    <div role="status" aria-live="polite">
      {!online && (
        <div className={classes.banner}>
          <IconCloudOff size={18} aria-hidden />
          <span>
            <strong>{t('states.offlineTitle')}.</strong> {t('states.offlineText')}
          </span>
        </div>
      )}
    </div>
  )
}
