import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNewVersion } from '../../api/new-version.ts'
import classes from './new-version-banner.module.css'

/** It waits until whoever types here is ready: loading anew is theirs to choose. */
export function NewVersionBanner() {
  const { t } = useTranslation()
  const isNewer = useNewVersion()
  return (
    <div role="status">
      {isNewer && (
        <div className={classes.banner}>
          <IconRefresh size={18} aria-hidden />
          {t('states.newVersion')}
          <button type="button" className={classes.action} onClick={() => location.reload()}>
            {t('states.reload')}
          </button>
        </div>
      )}
    </div>
  )
}
