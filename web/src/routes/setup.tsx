import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { setupQuery } from '../api/queries.ts'
import { enter } from '../api/session.ts'
import { AuthPage } from '../features/auth/auth-page.tsx'
import { SetupForm } from '../features/auth/setup-form.tsx'

/** The first screen of a new installation; afterwards it leads to sign-in. */
export const Route = createFileRoute('/setup')({
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery(setupQuery)
    if (!needed) throw redirect({ to: '/sign-in', replace: true })
  },
  component: SetupPage,
})

function SetupPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { codeRequired } = useSuspenseQuery(setupQuery).data
  return (
    <AuthPage wide withLanguage={false} title={t('auth.setup.title')} intro={t('auth.setup.intro')}>
      <SetupForm
        codeRequired={codeRequired}
        onDone={async (session) => {
          await enter(queryClient, session)
          await navigate({ to: '/start', replace: true })
        }}
      />
    </AuthPage>
  )
}
