import { Alert, NativeSelect } from '@mantine/core'
import { IconInfoCircle, IconSend } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useServerEvent } from '../../api/events.ts'
import { errorText } from '../../api/problem.ts'
import { NothingYet } from '../../ui/empty-state.tsx'
import { CommandLine, ForOperator } from '../../ui/for-operator.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Panel } from '../../ui/page.tsx'
import { type OutboxState, outboxQuery, outboxStates, useOutboxAgain } from './outbox.api.ts'
import classes from './outbox.module.css'
import { OutboxEntry } from './outbox-entry.tsx'

type Props = Readonly<{
  state: OutboxState | undefined
  onState: (state: OutboxState | undefined) => void
}>

/** As `docs/operations.md` has it. */
const setting = 'SMTP_URL=smtp://user:password@mail.example:587'

export function OutboxSettings({ state, onState }: Props) {
  const { t } = useTranslation()
  const list = useSuspenseInfiniteQuery(outboxQuery(state))
  const again = useOutboxAgain()
  useServerEvent(['outbox.changed'], () => void again())
  const items = list.data.pages.flatMap((page) => page.items)
  const sends = list.data.pages[0]?.sends !== false
  const isEmpty = items.length === 0
  return (
    <Panel
      title={t('outbox.title')}
      description={t('outbox.intro')}
      actions={
        isEmpty && state === undefined ? null : (
          <NativeSelect
            aria-label={t('outbox.filter')}
            value={state ?? ''}
            onChange={({ currentTarget: { value } }) => onState(outboxStates.find((one) => one === value))}
            data={[
              { value: '', label: t('outbox.all') },
              ...outboxStates.map((value) => ({ value, label: t(`outbox.states.${value}`) })),
            ]}
          />
        )
      }
    >
      {!sends && (
        <Alert color="orange" variant="light" icon={<IconInfoCircle size={18} />} mb="md" p="sm">
          <p className={classes.waits}>{t('outbox.waits')}</p>
          <ForOperator label={t('common.forOperator')}>
            {t('outbox.waitsCommand')}
            <CommandLine>{setting}</CommandLine>
          </ForOperator>
        </Alert>
      )}
      {isEmpty ? (
        <NothingYet
          icon={<IconSend size={26} stroke={1.5} />}
          title={t(state === undefined ? 'outbox.emptyTitle' : 'outbox.noneTitle')}
          text={t(state === undefined ? 'outbox.emptyText' : 'outbox.noneText')}
          action={
            state === undefined ? undefined : (
              <LinkButton to="/settings/outbox" variant="default">
                {t('outbox.showAll')}
              </LinkButton>
            )
          }
        />
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <OutboxEntry key={item.id} item={item} sends={sends} />
          ))}
        </ul>
      )}
      <FormError message={list.isFetchNextPageError ? errorText(t, list.error) : null} />
      <MoreButton pages={list} label={t('outbox.more')} mt="md" mx="auto" display="block" />
    </Panel>
  )
}
