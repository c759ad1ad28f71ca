import { createFileRoute } from '@tanstack/react-router'
import { type OutboxState, outboxQuery, outboxStates } from '../../../features/outbox/outbox.api.ts'
import { OutboxSettings } from '../../../features/outbox/outbox-settings.tsx'
import { loadTexts } from '../../../locales/i18n.ts'

type Search = Readonly<{ state?: OutboxState }>

export const Route = createFileRoute('/_app/settings/outbox')({
  validateSearch: ({ state }: Record<string, unknown>): Search => {
    const known = outboxStates.find((one) => one === state)
    return known === undefined ? {} : { state: known }
  },
  loaderDeps: ({ search: { state } }) => ({ state }),
  loader: ({ context: { queryClient }, deps: { state } }) =>
    Promise.all([loadTexts('outbox'), queryClient.ensureInfiniteQueryData(outboxQuery(state))]),
  component: OutboxRoute,
})

function OutboxRoute() {
  const { state } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OutboxSettings
      state={state}
      onState={(chosen) => void navigate({ search: chosen === undefined ? {} : { state: chosen } })}
    />
  )
}
