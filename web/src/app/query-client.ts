import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasStatus, isApiError } from '../api/problem.ts'
import { sessionQuery } from '../api/queries.ts'
import { endSession } from '../api/session.ts'

/** A session that ends under a working user is noticed by whatever they do next. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => noticeEnd(error, query.meta) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => noticeEnd(error, mutation.meta),
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  const noticeEnd = (error: Error, meta: Readonly<Record<string, unknown>> | undefined) => {
    const isSignedIn = client.getQueryData(sessionQuery.queryKey) !== undefined
    if (hasStatus(error, 401) && isSignedIn && meta?.credentials !== true) endSession()
  }
  return client
}

/** What the server refused it refuses again; a lost connection or a restart may pass. */
function mayRetry(failures: number, error: Error): boolean {
  const refused = isApiError(error) && error.status >= 400 && error.status < 500
  return !refused && failures < 2
}
