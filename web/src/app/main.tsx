import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import { createRoot } from 'react-dom/client'
import { watchVersion } from '../api/new-version.ts'
import { sessionQuery } from '../api/queries.ts'
import { watchOtherTabs } from '../api/session.ts'
import { startTranslations } from '../locales/i18n.ts'
import { App } from './app.tsx'
import { printInLight } from './print.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.ts'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)

// The session and the texts come at the same time; the guard of `_app` then finds the session there.
void queryClient.prefetchQuery(sessionQuery)
watchOtherTabs(queryClient)
watchVersion()
printInLight()
await startTranslations()

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App queryClient={queryClient} router={router} />)
