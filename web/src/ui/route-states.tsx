import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState, NotFound } from './error-state.tsx'
import { Page } from './page.tsx'

export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Page>
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
    </Page>
  )
}

export function RouteNotFound() {
  return (
    <Page>
      <NotFound />
    </Page>
  )
}
