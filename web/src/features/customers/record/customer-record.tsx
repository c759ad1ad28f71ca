import { Alert, Button, Tabs, VisuallyHidden } from '@mantine/core'
import { IconArchive, IconBan } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { whenIdle } from '../../../ui/idle.ts'
import tabList from '../../../ui/tab-list.module.css'
import type { Subject } from '../activities.api.ts'
import type { Customer } from '../customers.api.ts'
import { useRestore } from '../list/use-restore.ts'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { Contacts } from './contacts.tsx'
import { preloadEditor } from './in-place/in-place.tsx'
import { InPlaceProvider } from './in-place/in-place-context.ts'
import { InTab } from './in-place/place-guard.tsx'
import { useShown } from './in-place/use-edits.ts'
import { Organizations } from './organizations.tsx'
import { Overview } from './overview.tsx'
import { Rail } from './rail.tsx'
import classes from './record.module.css'
import { RecordActions } from './record-actions.tsx'
import { type RecordTab, recordTabs } from './record-tabs.ts'
import { Timeline } from './timeline-view.tsx'

type Props = Readonly<{
  customer: Customer
  tab: RecordTab
  /** Those of another feature, brought by the route; null for who may not see them. */
  orders: ReactNode
  /** What the history is narrowed to. */
  about: Subject | undefined
  onTab: (tab: RecordTab) => void
  onAbout: (about: Subject | undefined) => void
  onBack: () => void
  onWalk: (id: string) => void
}>

export function CustomerRecord({ customer: kept, onBack, onWalk, ...tabs }: Props) {
  const customer = useShown(kept)
  const mayWrite = useCan()('customers.write')
  const { said, say } = useSaid()
  const [isUnfolded, setUnfolded] = useState(false)
  // The fields are there when the connection is not.
  useEffect(() => (mayWrite ? whenIdle(preloadEditor) : undefined), [mayWrite])
  const facts = useMemo(() => ({ customer, mayWrite, say }), [customer, mayWrite, say])
  return (
    <InPlaceProvider value={facts}>
      <VisuallyHidden role="status">
        <span key={said.times}>{said.words}</span>
      </VisuallyHidden>
      <RecordActions customer={customer} onBack={onBack} onWalk={onWalk} />
      <Banners customer={customer} />
      <div key={customer.id} className={classes.record}>
        <Rail customer={customer} isUnfolded={isUnfolded} onUnfold={setUnfolded} />
        <div className={classes.main}>
          <RecordTabs customer={customer} {...tabs} />
        </div>
      </div>
    </InPlaceProvider>
  )
}

/** Counted, so that the same words are new ones when they are said again: what stays on the page is not read out. */
function useSaid() {
  const [said, setSaid] = useState({ words: '', times: 0 })
  const say = useCallback((words: string) => setSaid(({ times }) => ({ words, times: times + 1 })), [])
  return { said, say }
}

function Banners({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const restore = useRestore()
  const mayRestore = useCan()('customers.delete')
  const { status, inactivatedAt, doNotServe } = customer
  return (
    <>
      {status === 'inactive' && (
        <Alert color="gray" variant="light" role="status" mb="md" p="sm" icon={<IconArchive size={18} />}>
          <div className={classes.banner}>
            <span>
              {inactivatedAt === null
                ? t('customerRecord.inactive')
                : t('customerRecord.inactiveSince', { date: format.date(inactivatedAt) })}
            </span>
            {mayRestore && (
              <Button size="xs" onClick={() => restore(customer)}>
                {t('customerRecord.restore')}
              </Button>
            )}
          </div>
        </Alert>
      )}
      {doNotServe.value && (
        <Alert
          color="red"
          variant="light"
          role="status"
          mb="md"
          p="sm"
          icon={<IconBan size={18} />}
          title={t('customerRecord.doNotServe')}
        >
          {doNotServe.reason}
        </Alert>
      )}
    </>
  )
}

type TabsProps = Omit<Props, 'onBack' | 'onWalk'>

function RecordTabs({ customer, tab, orders, about, onTab, onAbout }: TabsProps) {
  const { t } = useTranslation()
  const organizations = useOrganizationsWord()
  const isBusiness = customer.type === 'business'
  const labels: Readonly<Record<RecordTab, string>> = {
    overview: t('customerRecord.tabs.overview'),
    orders: t('customerRecord.tabs.orders'),
    people: isBusiness ? t('customerRecord.tabs.contacts') : organizations,
    activity: t('customerRecord.tabs.activity'),
  }
  const panels: Readonly<Record<RecordTab, ReactNode>> = {
    overview: <Overview customer={customer} />,
    orders,
    people: isBusiness ? <Contacts customer={customer} /> : <Organizations customer={customer} />,
    activity: <Timeline customer={customer} about={about} onAbout={onAbout} />,
  }
  const shown = recordTabs.filter((name) => panels[name] !== null)
  // A link may lead to what somebody may not see.
  const open = shown.includes(tab) ? tab : 'overview'
  return (
    <Tabs value={open} onChange={(next) => onTab(next as RecordTab)} keepMounted={false}>
      <Tabs.List
        className={`${tabList.list} ${classes.tabs}`}
        aria-label={t('customerRecord.sections')}
        mb="md"
      >
        {shown.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {labels[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map((name) => (
        <Tabs.Panel key={name} value={name}>
          <InTab value>{panels[name]}</InTab>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
