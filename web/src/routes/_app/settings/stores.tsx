import { createFileRoute } from '@tanstack/react-router'
import { storesQuery } from '../../../api/queries.ts'
import { StoreSettings } from '../../../features/stores/store-settings.tsx'

export const Route = createFileRoute('/_app/settings/stores')({
  loader: ({ context }) => context.queryClient.ensureQueryData(storesQuery),
  component: StoreSettings,
})
