import { createFileRoute } from '@tanstack/react-router'
import { settingsQuery } from '../../../api/queries.ts'
import { BusinessSettings } from '../../../features/settings/business-settings.tsx'

export const Route = createFileRoute('/_app/settings/business')({
  loader: ({ context }) => context.queryClient.ensureQueryData(settingsQuery),
  component: BusinessSettings,
})
