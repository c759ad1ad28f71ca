import { createFileRoute, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../../../api/queries.ts'

export const Route = createFileRoute('/_app/settings/')({
  beforeLoad: async ({ context: { queryClient } }) => {
    const { permissions } = await queryClient.ensureQueryData(sessionQuery)
    const to = permissions.includes('settings.read') ? '/settings/business' : '/settings/account'
    throw redirect({ to, replace: true })
  },
})
