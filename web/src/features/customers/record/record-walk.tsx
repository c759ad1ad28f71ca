import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../../ui/keys.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { type Customer, customerQuery } from '../customers.api.ts'
import { useListWalk } from '../list/list-walk.ts'
import classes from './record.module.css'

type Props = Readonly<{ customer: Customer; onWalk: (id: string) => void }>

/** On to the neighbours in the list that this record was opened from. */
export function RecordWalk({ customer, onWalk }: Props) {
  const { t } = useTranslation()
  const walk = useListWalk(customer.id)
  const [previousId, nextId] = [walk?.previousId ?? null, walk?.nextId ?? null]
  usePrefetched(previousId)
  usePrefetched(nextId)
  const goTo = (id: string | null) => {
    if (id !== null) onWalk(id)
  }
  const byKey = (id: string | null) => {
    // A field that is open is left first; it would be lost.
    if (document.querySelector('[data-editing]') === null) goTo(id)
  }
  const isKnown = walk !== null
  const [previous, next] = [t('customerRecord.walk.previous'), t('customerRecord.walk.next')]
  useShortcut('k', previous, () => byKey(previousId), { enabled: isKnown })
  useShortcut('j', next, () => byKey(nextId), { enabled: isKnown })
  if (!isKnown) return null
  return (
    <nav className={classes.walk} aria-label={t('customerRecord.walk.label')}>
      <Step keys="k" label={previous} isEnd={previousId === null} onClick={() => goTo(previousId)}>
        <IconChevronUp size={18} aria-hidden />
      </Step>
      <Step keys="j" label={next} isEnd={nextId === null} onClick={() => goTo(nextId)}>
        <IconChevronDown size={18} aria-hidden />
      </Step>
      <span className={classes.position} role="status">
        <VisuallyHidden>{customer.displayName}, </VisuallyHidden>
        {walk.text}
      </span>
    </nav>
  )
}

type StepProps = Readonly<{
  keys: string
  label: string
  isEnd: boolean
  onClick: () => void
  children: ReactNode
}>

/** At either end the button stays, and with it the focus of who walked there. */
function Step({ keys, label, isEnd, onClick, children }: StepProps) {
  return (
    <Tooltip
      label={
        <span className={classes.hint}>
          {label} <Keys keys={keys} />
        </span>
      }
    >
      <ActionIcon
        size={36}
        variant="default"
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-disabled={isEnd || undefined}
        data-disabled={isEnd || undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** The neighbour's record is there before it is asked for. */
function usePrefetched(id: string | null): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (id !== null) void queryClient.prefetchQuery(customerQuery(id))
  }, [queryClient, id])
}
