// Reads that several features need. A feature's own reads stand in `features/<name>/<name>.api.ts`.
import { queryOptions } from '@tanstack/react-query'
import { api, send } from './client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => send(api.GET('/api/v1/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => send(api.GET('/api/v1/setup', { signal })),
  staleTime: 0,
})

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => send(api.GET('/api/v1/settings', { signal })),
})

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      send(api.GET('/api/v1/tags', { signal, params: { query: { limit: 200, cursor } } })),
    ),
})

export const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      send(api.GET('/api/v1/stores', { signal, params: { query: { limit: 200, cursor } } })),
    ),
})

export const customAttributesQuery = queryOptions({
  queryKey: ['attributes'],
  queryFn: async ({ signal }) => {
    const { items } = await send(api.GET('/api/v1/custom-attributes', { signal }))
    return [...items].sort((a, b) => a.position - b.position)
  },
})

type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>

/** For lists that are short by nature (tags, stores): every page, one after the other. */
async function allPages<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = []
  let cursor: string | null | undefined
  do {
    const answer = await page(cursor ?? undefined)
    items.push(...answer.items)
    cursor = answer.nextCursor
  } while (cursor)
  return items
}
