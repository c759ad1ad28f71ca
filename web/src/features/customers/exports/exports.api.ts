// What the dialog and the screen of exports read and do.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer, Sent } from '../../../api/types.ts'
import type { ExportBody } from './export-request.ts'

export type Export = Answer<'/api/v1/exports/{id}', 'get'>
export type ExportFormat = Export['format']

/** Events tell of progress at once; asking is for whoever has no stream of them. */
const interval = 1000
const pageSize = 25

export const isGoing = ({ state }: Pick<Export, 'state'>): boolean =>
  state === 'queued' || state === 'running'

export const exportQuery = (id: string) =>
  queryOptions({
    queryKey: ['exports', 'one', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/exports/{id}', { signal, params: { path: { id } } })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isGoing(data) ? interval : false),
  })

export const exportsQuery = infiniteQueryOptions({
  queryKey: ['exports', 'list'],
  queryFn: ({ signal, pageParam }) =>
    send(api.GET('/api/v1/exports', { signal, params: { query: { limit: pageSize, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  staleTime: 0,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(isGoing)) ? interval : false,
})

/** The file is asked for at once: the server sends what there is of it, and the rest as it is written. */
export function useStartExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ExportBody) => send(api.POST('/api/v1/exports', { body: asSent(body) })),
    onSuccess: (started) => {
      queryClient.setQueryData(exportQuery(started.id).queryKey, started)
      void queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey })
      download(started)
    },
  })
}

/** The browser's own download breaks off with it. */
export function useCancelExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => send(api.POST('/api/v1/exports/{id}/cancel', { params: { path: { id } } })),
    onSuccess: (ended) => {
      queryClient.setQueryData(exportQuery(ended.id).queryKey, ended)
      void queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey })
    },
  })
}

/** The generated type of `filter` gives every name beside the known ones (`attr.…`) text, and so the known ones too. */
const asSent = (body: ExportBody): Sent<'/api/v1/exports', 'post'> => JSON.parse(JSON.stringify(body))

export const fileUrl = ({ id }: Pick<Export, 'id'>) => `/api/v1/exports/${id}/file`

/** As a click on a link does: the browser saves it as it comes, and shows how far it is. */
function download(item: Export): void {
  const link = document.createElement('a')
  link.href = fileUrl(item)
  link.download = item.fileName
  link.click()
}
