// What the screens of imports read and do. The preview has a key of its own: 'imports' is read anew with every step of
// a running import, and a preview reads the whole file.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../api/client.ts'
import type { Answer, Sent } from '../../api/types.ts'
import { upload } from '../../api/upload.ts'
import { inTurn } from './in-turn.ts'
import { isGoing } from './phase.ts'

export type Import = Answer<'/api/v1/imports/{id}', 'get'>
export type Preview = Answer<'/api/v1/imports/{id}/preview', 'post'>
export type PreviewRow = Preview['rows'][number]
export type ImportKind = Import['kind']
export type ImportField = Answer<'/api/v1/imports/kinds', 'get'>['items'][number]['fields'][number]
export type CellProblem = PreviewRow['problems'][number]
/** What somebody decided about the reading of a file; whatever is absent is found by the server. */
export type Mapping = NonNullable<Sent<'/api/v1/imports/{id}/preview', 'post'>['mapping']>
type Attribute = Answer<'/api/v1/custom-attributes', 'get'>['items'][number]

/** Events tell of progress at once; asking every two seconds is for whoever has no stream of them. */
const interval = 2000
const pageSize = 25

const at = (id: string) => ({ params: { path: { id } } })

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/imports/{id}', { signal, ...at(id) })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isGoing(data) ? interval : false),
  })

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ signal, pageParam }) =>
    send(api.GET('/api/v1/imports', { signal, params: { query: { limit: pageSize, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  staleTime: 0,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(isGoing)) ? interval : false,
})

/** Of what the user may bring; for as long as the page is open. */
export const importKindsQuery = queryOptions({
  queryKey: ['import-kinds'],
  queryFn: async ({ signal }) => (await send(api.GET('/api/v1/imports/kinds', { signal }))).items,
  staleTime: Number.POSITIVE_INFINITY,
})

export const previewQuery = (id: string, kind: ImportKind, mapping: Mapping) =>
  queryOptions({
    queryKey: ['import-preview', id, kind, mapping],
    queryFn: ({ signal }) =>
      send(api.POST('/api/v1/imports/{id}/preview', { signal, ...at(id), body: { kind, mapping } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

type Upload = Readonly<{
  file: File
  /** Null: found by the names of its columns. */
  kind: ImportKind | null
  /** How the file is read, where that is already known: a mended one is read as it was before. */
  mapping: Mapping | null
  onSent: (share: number) => void
  signal: AbortSignal
}>

/** The file waits on the server until somebody has seen how it would be read. */
export function uploadImport({ file, kind, mapping, ...options }: Upload): Promise<Import> {
  const form = new FormData()
  form.append('hold', 'true')
  form.append('kind', kind ?? 'auto')
  if (mapping !== null) form.append('mapping', JSON.stringify(mapping))
  form.append('file', file)
  return upload<Import>('/api/v1/imports', form, options)
}

type Start = Readonly<{ id: string; kind: ImportKind; mapping: Mapping; dryRun: boolean }>

const startImport = ({ id, ...body }: Start) =>
  send(api.POST('/api/v1/imports/{id}/start', { ...at(id), body }))
const pauseImport = (id: string) => send(api.POST('/api/v1/imports/{id}/pause', at(id)))
const resumeImport = (id: string) => send(api.POST('/api/v1/imports/{id}/resume', at(id)))
const discardImport = (id: string) => send(api.DELETE('/api/v1/imports/{id}', at(id)))
const cancelImport = (id: string) => send(api.POST('/api/v1/imports/{id}/cancel', at(id)))

export const useStartImport = () => useImportMutation(startImport)
export const usePauseImport = () => useImportMutation(pauseImport)
export const useResumeImport = () => useImportMutation(resumeImport)
export const useCancelImport = () => useImportMutation(cancelImport)

/** It is gone from the list at once, which is read anew besides. */
export function useDiscardImport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: discardImport,
    onSuccess: (_, id) => {
      queryClient.setQueryData(
        importsQuery.queryKey,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })),
          },
      )
      return queryClient.invalidateQueries({ queryKey: importsQuery.queryKey })
    },
  })
}

/** The answer is the import as it is now. */
function useImportMutation<Input>(mutationFn: (input: Input) => Promise<Import>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (now) => queryClient.setQueryData(importQuery(now.id).queryKey, now),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['imports'] }),
  })
}

/** A column that has no field yet gets one of its own. */
export function useCreateAttribute() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (label: string): Promise<Attribute> =>
      send(api.POST('/api/v1/custom-attributes', { body: { label: label.slice(0, 100), kind: 'text' } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['attributes'] }),
  })
}

/** One after the other: should one be refused, those before it are there, are told of, and the preview no longer names them. */
export function useCreateStores() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (names: readonly string[]) =>
      inTurn(names, (name) => send(api.POST('/api/v1/stores', { body: { name } }))),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['stores'] }),
        queryClient.invalidateQueries({ queryKey: ['import-preview'] }),
      ]),
  })
}

/** With its reasons in the user's words. */
export const reportUrl = (id: string, report: 'rejected' | 'warnings', language: 'en' | 'es') =>
  `/api/v1/imports/${id}/${report}.csv?language=${language}`
