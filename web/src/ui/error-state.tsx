import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCloudOff,
  IconDatabaseX,
  IconLock,
  IconMapOff,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isMissingCode, useNewVersion } from '../api/new-version.ts'
import { hasStatus, isApiError, isOffline } from '../api/problem.ts'
import { LinkButton } from './link.tsx'
import { StateScreen } from './state-screen.tsx'

type Props = Readonly<{ error: unknown; onRetry?: () => void }>

/** The screen for whatever went wrong: it picks the words by what the server answered. */
export function ErrorState({ error, onRetry = () => location.reload() }: Props) {
  if (isMissingCode(error)) return <CodeMissing />
  if (isOffline(error)) return <Offline onRetry={onRetry} />
  if (hasStatus(error, 403)) return <Forbidden />
  if (hasStatus(error, 404)) return <NotFound />
  if (hasStatus(error, 507)) return <DiskFull onRetry={onRetry} />
  return <Failed error={error} onRetry={onRetry} />
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <StateScreen
      icon={<IconMapOff size={26} stroke={1.5} />}
      title={t('states.notFoundTitle')}
      text={t('states.notFoundText')}
      action={
        <LinkButton to="/customers" variant="default">
          {t('states.notFoundAction')}
        </LinkButton>
      }
    />
  )
}

export function Forbidden() {
  const { t } = useTranslation()
  return (
    <StateScreen
      icon={<IconLock size={26} stroke={1.5} />}
      title={t('states.forbiddenTitle')}
      text={t('states.forbiddenText')}
    />
  )
}

function Offline({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useTranslation()
  return (
    <StateScreen
      alert
      icon={<IconCloudOff size={26} stroke={1.5} />}
      title={t('states.offlineTitle')}
      text={t('errors.network')}
      action={<Button onClick={onRetry}>{t('common.tryAgain')}</Button>}
    />
  )
}

/** A part of the program that failed to come is not asked for again by this page: only a new one helps. */
function CodeMissing() {
  const { t } = useTranslation()
  const isNewer = useNewVersion()
  if (!isNewer) return <Offline onRetry={() => location.reload()} />
  return (
    <StateScreen
      icon={<IconRefresh size={26} stroke={1.5} />}
      title={t('states.newVersion')}
      text={t('states.newVersionText')}
      action={<Button onClick={() => location.reload()}>{t('states.reload')}</Button>}
    />
  )
}

function DiskFull({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useTranslation()
  return (
    <StateScreen
      alert
      icon={<IconDatabaseX size={26} stroke={1.5} />}
      title={t('states.diskTitle')}
      text={t('errors.disk.full')}
      action={<Button onClick={onRetry}>{t('common.tryAgain')}</Button>}
    />
  )
}

function Failed({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) {
  const { t } = useTranslation()
  const answered = isApiError(error)
  const requestId = answered ? error.problem.requestId : undefined
  return (
    <StateScreen
      alert
      icon={<IconAlertTriangle size={26} stroke={1.5} />}
      title={t(answered ? 'states.serverTitle' : 'states.unexpectedTitle')}
      text={t(answered ? 'states.serverText' : 'states.unexpectedText')}
      action={<Button onClick={onRetry}>{t('common.tryAgain')}</Button>}
      note={requestId === undefined ? undefined : t('states.requestId', { id: requestId })}
    />
  )
}
