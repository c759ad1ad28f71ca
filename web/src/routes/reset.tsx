import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthPage } from '../features/auth/auth-page.tsx'
import { ResetForm } from '../features/auth/reset-form.tsx'
import { FormError } from '../ui/form-error.tsx'
import { notifySuccess } from '../ui/notify.tsx'

type Search = { token?: string }

/** Opened by the one-time link of `clientele password`. */
export const Route = createFileRoute('/reset')({
  validateSearch: ({ token }: Record<string, unknown>): Search =>
    token === undefined || token === '' ? {} : { token: String(token) },
  component: ResetPage,
})

const route = getRouteApi('/reset')

function ResetPage() {
  const { t } = useTranslation()
  const { token } = route.useSearch()
  const navigate = useNavigate()
  return (
    <AuthPage title={t('auth.reset.title')}>
      {token === undefined ? (
        <FormError message={t('auth.reset.noToken')} />
      ) : (
        <ResetForm
          token={token}
          onDone={() => {
            notifySuccess(t('auth.reset.done'))
            void navigate({ to: '/sign-in', replace: true })
          }}
        />
      )}
    </AuthPage>
  )
}
