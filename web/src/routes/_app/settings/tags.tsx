import { createFileRoute } from '@tanstack/react-router'
import { tagsQuery } from '../../../api/queries.ts'
import { TagSettings } from '../../../features/tags/tag-settings.tsx'
import { loadTexts } from '../../../locales/i18n.ts'

export const Route = createFileRoute('/_app/settings/tags')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([loadTexts('tags'), queryClient.ensureQueryData(tagsQuery)]),
  component: TagSettings,
})
