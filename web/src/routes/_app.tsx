import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { draftsBelongTo } from '../api/drafts.ts'
import { startEvents } from '../api/events.ts'
import { useFreshness } from '../api/freshness.ts'
import { hasStatus } from '../api/problem.ts'
import { sessionQuery, setupQuery } from '../api/queries.ts'
import { useSession, useSessionEnded } from '../api/session.ts'
import { Shell } from '../features/shell/shell.tsx'
import { callOrganizations, suggestLanguage } from '../locales/i18n.ts'
import { FormatProvider } from '../ui/format-context.tsx'

const SessionEnded = lazy(() =>
  import('../features/auth/session-ended.tsx').then((module) => ({ default: module.SessionEnded })),
)

/** Everything behind sign-in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      const session = await queryClient.ensureQueryData(sessionQuery)
      await suggestLanguage(session)
      callOrganizations(session.merchant.organizationWord)
    } catch (error) {
      if (!hasStatus(error, 401)) throw error
      const { needed } = await queryClient.fetchQuery(setupQuery)
      throw needed
        ? redirect({ to: '/setup', replace: true })
        : redirect({ to: '/sign-in', search: { next: location.href }, replace: true })
    }
  },
  component: AppLayout,
})

function AppLayout() {
  const { user, merchant } = useSession()
  const hasEnded = useSessionEnded()
  useEffect(() => startEvents(), [])
  useEffect(() => callOrganizations(merchant.organizationWord), [merchant.organizationWord])
  useEffect(() => draftsBelongTo(user.id), [user.id])
  useFreshness(useQueryClient())
  return (
    <FormatProvider value={merchant}>
      <Shell>
        <Outlet />
      </Shell>
      <Suspense>{hasEnded && <SessionEnded />}</Suspense>
    </FormatProvider>
  )
}
