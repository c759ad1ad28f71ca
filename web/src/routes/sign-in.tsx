import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, getRouteApi, redirect, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { setupQuery } from '../api/queries.ts'
import { enter } from '../api/session.ts'
import { AskForLink } from '../features/auth/ask-for-link.tsx'
import { AuthPage } from '../features/auth/auth-page.tsx'
import { safeNext } from '../features/auth/rules.ts'
import { SignInForm } from '../features/auth/sign-in-form.tsx'

type Search = { next?: string }

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ next }: Record<string, unknown>): Search => (typeof next === 'string' ? { next } : {}),
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery(setupQuery)
    if (needed) throw redirect({ to: '/setup', replace: true })
  },
  component: SignInPage,
})

const route = getRouteApi('/sign-in')

function SignInPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const { next } = route.useSearch()
  return (
    <AuthPage title={t('auth.signIn.title')}>
      <SignInForm
        onSignedIn={async (session) => {
          await enter(queryClient, session)
          history.replace(safeNext(next))
        }}
      />
      <AskForLink text={t('auth.signIn.forgot')} />
    </AuthPage>
  )
}
