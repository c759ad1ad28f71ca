import { createFileRoute } from '@tanstack/react-router'
import { useCan } from '../../../api/session.ts'
import { importsQuery } from '../../../features/imports/imports.api.ts'
import { ImportsPage } from '../../../features/imports/list/imports-page.tsx'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'

export const Route = createFileRoute('/_app/imports/')({
  // The loader too comes with the screen: whoever looks at customers loads nothing of this.
  codeSplitGroupings: [['loader', 'component']],
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([
      loadTexts('imports'),
      loadTexts('importFields'),
      loadTexts('orders'),
      queryClient.ensureInfiniteQueryData(importsQuery),
    ])
  },
  component: ImportsRoute,
})

function ImportsRoute() {
  return useCan()('customers.import') ? <ImportsPage /> : <Forbidden />
}
