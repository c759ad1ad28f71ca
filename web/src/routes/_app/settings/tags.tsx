import { createFileRoute } from '@tanstack/react-router'
import { tagsQuery } from '../../../api/queries.ts'
import { TagSettings } from '../../../features/tags/tag-settings.tsx'

export const Route = createFileRoute('/_app/settings/tags')({
  loader: ({ context }) => context.queryClient.ensureQueryData(tagsQuery),
  component: TagSettings,
})
