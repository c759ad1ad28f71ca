import { Alert, Button, Group, Space } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconInfoCircle, IconReceipt, IconUsers } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { Panel } from '../../../ui/page.tsx'
import { forMended } from '../check/edits.ts'
import { failureText } from '../import-error.ts'
import type { Import } from '../imports.api.ts'
import { isOfOrders, mayStartAgain } from '../phase.ts'
import { UploadPanel } from '../upload/upload-panel.tsx'
import { FoundUnder } from './found-under.tsx'
import { MadeLine } from './made.tsx'
import { Reports } from './reports.tsx'
import classes from './run.module.css'
import { Tally } from './tally.tsx'

type Props = Readonly<{ item: Import; onAgain: () => void }>

/** What became of it, who came in, and what is to be done about the rest. */
export function ImportEnd({ item, onAgain }: Props) {
  const { t } = useTranslation()
  const isTrouble = item.rejected > 0 || item.warnings > 0
  return (
    <>
      <Panel title={t('imports.end.title')}>
        <Outcome item={item} />
        {item.startedAt !== null && <Tally item={item} />}
        <MadeLine item={item} />
        <FoundUnder item={item} />
        <Group gap="xs" mt="md">
          <CameIn item={item} />
          {mayStartAgain(item) && (
            <Button variant="default" onClick={onAgain}>
              {t('imports.end.again')}
            </Button>
          )}
          <LinkButton to="/imports" variant="default">
            {t('imports.another')}
          </LinkButton>
        </Group>
      </Panel>
      {isTrouble && <Mend item={item} />}
      <Unread item={item} />
    </>
  )
}

function Outcome({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { state, processed, error } = item
  if (state === 'succeeded')
    return (
      <Alert color="teal" variant="light" role="status" icon={<IconCircleCheck size={18} />} p="sm">
        {t('imports.end.succeeded', { count: processed })}
      </Alert>
    )
  const kept = processed === 0 ? t('imports.end.nothing') : t('imports.end.kept', { count: processed })
  if (state === 'cancelled')
    return (
      <Alert color="gray" variant="light" role="status" icon={<IconInfoCircle size={18} />} p="sm">
        {t('imports.end.cancelled')} {kept}
      </Alert>
    )
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />} p="sm">
      {error === null ? t('errors.unknown') : failureText(t, error)} {kept}
    </Alert>
  )
}

/** Whom it created, and whom it changed: also those who are inactive. */
function CameIn({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { id, kind, created, updated, unchanged, startedAt } = item
  const can = useCan()
  if (startedAt === null || created + updated + unchanged === 0) return null
  if (isOfOrders(kind))
    return can('orders.read') ? (
      <LinkButton
        to="/orders"
        search={created + updated > 0 ? { import: id } : {}}
        leftSection={<IconReceipt size={17} aria-hidden />}
      >
        {t('imports.end.toOrders')}
      </LinkButton>
    ) : null
  const icon = <IconUsers size={17} aria-hidden />
  const to = (importOutcome?: 'created' | 'updated') =>
    ({ to: '/customers', search: { import: id, importOutcome, status: 'all' }, leftSection: icon }) as const
  if (kind === 'affiliations' && created + updated > 0)
    return <LinkButton {...to()}>{t('imports.end.toUpdated')}</LinkButton>
  if (kind !== 'customers' || created + updated === 0)
    return (
      <LinkButton to="/customers" leftSection={icon}>
        {t('imports.end.toCustomers')}
      </LinkButton>
    )
  return (
    <>
      {created > 0 && <LinkButton {...to('created')}>{t('imports.end.toCreated')}</LinkButton>}
      {updated > 0 && (
        <LinkButton {...to('updated')} variant={created > 0 ? 'default' : undefined}>
          {t('imports.end.toUpdated')}
        </LinkButton>
      )}
    </>
  )
}

/** Take the rows with trouble, mend them, drop them in again: read as this file was. */
function Mend({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = ([only]: readonly Import[]) => {
    if (only !== undefined) void navigate({ to: '/imports/$importId', params: { importId: only.id } })
  }
  return (
    <Panel title={t('imports.mend.title')} description={t('imports.mend.text')}>
      <Reports item={item} />
      <Space h="md" />
      <UploadPanel
        single
        kind={item.kind}
        title={t('imports.mend.drop')}
        text={t('imports.mend.dropText')}
        mapping={forMended(item.mapping)}
        onDone={open}
      />
    </Panel>
  )
}

function Unread({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const some = item.unreadColumns.filter(({ filled }) => filled > 0)
  if (some.length === 0) return null
  return (
    <Panel title={t('imports.end.unreadTitle')} description={t('imports.end.unread')}>
      <ul className={classes.unread}>
        {some.map(({ header, filled }) => (
          <li key={header}>
            {header} <span className={classes.filled}>{number(filled)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
