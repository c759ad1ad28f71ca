import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnected, watchConnection } from '../api/connection.ts'
import classes from './offline-banner.module.css'

const goodNews = 5000

/** Stands above the page while the server cannot be reached, and says when it can be again. */
export function OfflineBanner() {
  const { t } = useTranslation()
  const isConnected = useConnected()
  const [wasLost, setWasLost] = useState(false)
  useEffect(() => watchConnection(), [])
  useEffect(() => {
    if (!isConnected) return setWasLost(true)
    const timer = setTimeout(() => setWasLost(false), goodNews)
    return () => clearTimeout(timer)
  }, [isConnected])
  return (
    <div role="status" aria-live="polite" className={classes.place}>
      {!isConnected && (
        <div className={classes.banner}>
          <IconCloudOff size={18} aria-hidden />
          <span>
            <strong>{t('states.offlineTitle')}.</strong> {t('states.offlineText')}
          </span>
        </div>
      )}
      {isConnected && wasLost && (
        <div className={classes.banner} data-good>
          <IconCloudCheck size={18} aria-hidden />
          {t('states.backOnline')}
        </div>
      )}
    </div>
  )
}
