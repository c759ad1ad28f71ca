import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import { tagsQuery } from '../../../api/queries.ts'
import type { Answer } from '../../../api/types.ts'
import { notifyError } from '../../../ui/notify.tsx'
import { type Customer, currentOf, customerQuery, updateCustomer } from '../customers.api.ts'
import type { TagValue } from '../form/values.ts'
import { retagged } from './retag.ts'

export type Contact = Answer<'/api/v1/organizations/{id}/contacts', 'get'>['items'][number]
export type Organization = Answer<'/api/v1/customers/{id}/organizations', 'get'>['items'][number]

export const contactPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'contacts', id],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/organizations/{id}/contacts', {
          signal,
          params: {
            path: { id },
            query: pageParam === null ? { limit: 50 } : { limit: 50, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

export const organizationsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'organizations-of', id],
    queryFn: ({ signal }) =>
      send(api.GET('/api/v1/customers/{id}/organizations', { signal, params: { path: { id } } })),
  })

type Edit = Readonly<{ before: readonly TagValue[]; after: readonly TagValue[] }>

/** Tags change at once and one edit after the other; what others did to them meanwhile stays. */
export function useEditTags(id: string) {
  const queryClient = useQueryClient()
  const { queryKey } = customerQuery(id)
  return useMutation({
    scope: { id: `tags ${id}` },
    mutationFn: (edit: Edit) => saveTags(queryClient, id, edit),
    onMutate: ({ after }) => {
      queryClient.setQueryData(queryKey, (customer) => {
        if (customer === undefined) return customer
        const tags = after.map((tag) => ({ ...tag, id: tag.id ?? tag.name, color: tag.color ?? 'gray' }))
        return { ...customer, tags }
      })
    },
    onSuccess: (customer, { after }) => {
      queryClient.setQueryData(queryKey, customer)
      if (after.some((tag) => tag.id === null)) void queryClient.invalidateQueries(tagsQuery)
    },
    onError: (error) => {
      notifyError(error)
      void queryClient.invalidateQueries({ queryKey })
    },
  })
}

/** Null ends it. Lists by state are read anew. */
export function useSnooze(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (until: string | null) =>
      send(api.POST('/api/v1/customers/{id}/snooze', { params: { path: { id } }, body: { until } })),
    onSuccess: (customer) => {
      queryClient.setQueryData(customerQuery(id).queryKey, customer)
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
  })
}

const attempts = 4

async function saveTags(queryClient: QueryClient, id: string, { before, after }: Edit): Promise<Customer> {
  // The version of what is shown; its tags are those that are wanted already.
  let { version } = await queryClient.ensureQueryData(customerQuery(id))
  let wanted: readonly TagValue[] = after
  for (let attempt = 1; ; attempt++) {
    try {
      const tags = wanted.map((tag) => (tag.id === null ? { name: tag.name } : { id: tag.id }))
      return await updateCustomer({ id, version, body: { tags } })
    } catch (error) {
      const current = currentOf(error)
      if (current === null || attempt === attempts) throw error
      version = current.version
      wanted = retagged(current.tags, before, after)
    }
  }
}
