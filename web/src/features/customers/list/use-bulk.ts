// One thing done to many customers.
import { useTranslation } from 'react-i18next'
import { useBulkWork } from '../../../ui/use-bulk-work.ts'
import { tellOutcome } from './bulk-outcome.ts'
import { type BulkBody, startBulk } from './list.api.ts'

type Input = Readonly<{ body: BulkBody; target: string | null }>

export function useBulk(onStarted: () => void) {
  const { t } = useTranslation()
  return useBulkWork({
    name: 'bulk-work',
    begin: ({ body }: Input) => startBulk(body),
    aboutOf: ({ body, target }: Input) => ({ action: body.action, target }),
    tell: (about, job) => tellOutcome(t, about, job),
    changes: ['customers', 'tags'],
    onStarted,
  })
}
export type Bulk = ReturnType<typeof useBulk>
