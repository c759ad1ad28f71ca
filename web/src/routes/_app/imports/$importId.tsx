import { createFileRoute, useParams } from '@tanstack/react-router'
import { useCan } from '../../../api/session.ts'
import { ImportPage } from '../../../features/imports/import-page.tsx'
import { importKindsQuery, importQuery } from '../../../features/imports/imports.api.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'

export const Route = createFileRoute('/_app/imports/$importId')({
  codeSplitGroupings: [['loader', 'component']],
  loader: async ({ context: { queryClient }, params: { importId } }) => {
    await Promise.all([
      loadTexts('imports'),
      loadTexts('importFields'),
      loadTexts('orders'),
      queryClient.ensureQueryData(importQuery(importId)),
      queryClient.ensureQueryData(importKindsQuery),
    ])
  },
  component: ImportRoute,
})

function ImportRoute() {
  const { importId } = useParams({ from: '/_app/imports/$importId' })
  return useCan()('customers.import') ? <ImportPage key={importId} importId={importId} /> : <Forbidden />
}
