import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem.ts'
import { checkReset } from '../api/session.ts'
import { AuthPage } from '../features/auth/auth-page.tsx'
import { DeadLink } from '../features/auth/dead-link.tsx'
import { ResetForm } from '../features/auth/reset-form.tsx'
import { notifySuccess } from '../ui/notify.tsx'

type Search = { token?: string }
type Link = 'incomplete' | 'dead' | 'open'

/** Opened by the one-time link of `clientele password`. */
export const Route = createFileRoute('/reset')({
  validateSearch: ({ token }: Record<string, unknown>): Search =>
    token === undefined || token === '' ? {} : { token: String(token) },
  loaderDeps: ({ search: { token } }) => ({ token }),
  loader: ({ deps: { token } }): Promise<Link> | Link =>
    token === undefined
      ? 'incomplete'
      : checkReset({ token }).then(
          () => 'open',
          // What could not be asked may be good: saving tells.
          (error) => (hasStatus(error, 404) || hasStatus(error, 422) ? 'dead' : 'open'),
        ),
  component: ResetPage,
})

const route = getRouteApi('/reset')

function ResetPage() {
  const { t } = useTranslation()
  const { token = '' } = route.useSearch()
  const link: Link = route.useLoaderData()
  const navigate = useNavigate()
  // By its token: another link opened on the same page may be good.
  const [dead, setDead] = useState<string | null>(null)
  if (link === 'dead' || dead === token) {
    return (
      <AuthPage title={t('auth.link.title')}>
        <DeadLink reason={t('auth.link.dead')} />
      </AuthPage>
    )
  }
  if (link === 'incomplete') {
    return (
      <AuthPage title={t('auth.link.incompleteTitle')}>
        <DeadLink reason={t('auth.link.incomplete')} />
      </AuthPage>
    )
  }
  return (
    <AuthPage title={t('auth.reset.title')}>
      <ResetForm
        token={token}
        onDead={() => setDead(token)}
        onDone={() => {
          notifySuccess(t('auth.reset.done'))
          void navigate({ to: '/sign-in', replace: true })
        }}
      />
    </AuthPage>
  )
}
