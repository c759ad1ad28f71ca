import { useTranslation } from 'react-i18next'
import { Panel } from '../../../ui/page.tsx'
import type { Import } from '../imports.api.ts'
import { FoundUnder } from '../run/found-under.tsx'
import { MadeLine } from '../run/made.tsx'
import { Reports } from '../run/reports.tsx'
import { Tally } from '../run/tally.tsx'

/** What the last trial foretold. */
export function TrialPanel({ item, isOld }: Readonly<{ item: Import; isOld: boolean }>) {
  const { t } = useTranslation()
  if (!item.dryRun || item.state !== 'succeeded') return null
  return (
    <Panel
      title={t('imports.trial.title')}
      description={t(isOld ? 'imports.trial.old' : 'imports.trial.text')}
    >
      <Tally item={item} />
      <MadeLine item={item} />
      <FoundUnder item={item} />
      <Reports item={item} />
    </Panel>
  )
}
