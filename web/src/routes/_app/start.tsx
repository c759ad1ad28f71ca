import { createFileRoute } from '@tanstack/react-router'
import { StartPage } from '../../features/start/start-page.tsx'
import { loadTexts } from '../../locales/i18n.ts'

/** The first screen after setup; the empty list leads back to it. */
export const Route = createFileRoute('/_app/start')({
  loader: () => loadTexts('start'),
  component: StartPage,
})
