import { createFileRoute } from '@tanstack/react-router'
import { useCan } from '../../../api/session.ts'
import { exportsQuery } from '../../../features/customers/exports/exports.api.ts'
import { ExportsPage } from '../../../features/customers/exports/exports-page.tsx'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'

export const Route = createFileRoute('/_app/exports/')({
  codeSplitGroupings: [['loader', 'component']],
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([loadTexts('exporting'), queryClient.ensureInfiniteQueryData(exportsQuery)])
  },
  component: ExportsRoute,
})

function ExportsRoute() {
  return useCan()('customers.export') ? <ExportsPage /> : <Forbidden />
}
