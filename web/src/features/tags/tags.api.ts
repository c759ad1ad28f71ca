import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ifMatch, send } from '../../api/client.ts'
import { tagsQuery } from '../../api/queries.ts'
import type { Tag } from '../../api/types.ts'

export type TagInput = Readonly<{ name: string; color: string }>

const at = (tag: Pick<Tag, 'id'>) => ({ params: { path: { id: tag.id } } })

const createTag = (body: TagInput) => send(api.POST('/api/v1/tags', { body }))
const updateTag = ({ tag, ...body }: TagInput & { tag: Tag }) =>
  send(api.PATCH('/api/v1/tags/{id}', { ...ifMatch(tag.version), ...at(tag), body }))
/** Of a tag that very many customers have, the work goes on after the answer (202). */
const isStarted = ({ response }: Readonly<{ response: Response }>) => response.status === 202

const mergeTag = async ({ tag, into }: { tag: Tag; into: string }) =>
  isStarted(await api.POST('/api/v1/tags/{id}/merge', { ...at(tag), body: { into } }))
const deleteTag = async (tag: Tag) => isStarted(await api.DELETE('/api/v1/tags/{id}', at(tag)))

export const useCreateTag = () => useTagMutation(createTag)
export const useUpdateTag = () => useTagMutation(updateTag)
export const useMergeTag = () => useTagMutation(mergeTag)
export const useDeleteTag = () => useTagMutation(deleteTag)

/** Tags are shown on customers, so both are read anew; also after a refusal, which may mean somebody was faster. */
function useTagMutation<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: async () => {
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      await queryClient.invalidateQueries({ queryKey: tagsQuery.queryKey })
    },
  })
}
