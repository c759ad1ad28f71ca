import { createFileRoute } from '@tanstack/react-router'
import { storesQuery } from '../../../api/queries.ts'
import { StoreSettings } from '../../../features/stores/store-settings.tsx'
import { loadTexts } from '../../../locales/i18n.ts'

export const Route = createFileRoute('/_app/settings/stores')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([loadTexts('stores'), queryClient.ensureQueryData(storesQuery)]),
  component: StoreSettings,
})
