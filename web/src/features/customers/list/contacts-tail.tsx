import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import type { InsertedRow, Tail } from './list-row.ts'
import { contactsAtOnce } from './use-openings.ts'

type Props = Readonly<{
  row: InsertedRow & Readonly<{ kind: Tail }>
  tabIndex?: number
  onMore: (id: string) => void
  onRetry: (id: string) => void
}>

/** Behind the contacts that were read: the next ones, or why there are none. */
export function ContactsTail({ row, tabIndex, onMore, onRetry }: Props) {
  const { t } = useTranslation()
  const mayWrite = useCan()('customers.write')
  const shared = { size: 'compact-sm', variant: 'default', tabIndex, 'data-name': true } as const
  switch (row.kind) {
    case 'more':
      return (
        <Button {...shared} onClick={() => onMore(row.of)}>
          {t('contacts.more', { count: contactsAtOnce })}
        </Button>
      )
    case 'failed':
      return (
        <>
          <span role="alert">{t('contacts.failed')}</span>
          <Button {...shared} onClick={() => onRetry(row.of)}>
            {t('common.tryAgain')}
          </Button>
        </>
      )
    case 'empty':
      return (
        <>
          <span>{t('contacts.none')}</span>
          {mayWrite && (
            <LinkButton
              {...shared}
              to="/customers/new"
              search={{ type: 'personal', organization: row.of }}
              leftSection={<IconPlus size={15} aria-hidden />}
            >
              {t('contacts.add')}
            </LinkButton>
          )}
        </>
      )
    case 'loading':
      return (
        <>
          <Skeleton height={10} width={180} radius="sm" />
          <VisuallyHidden role="status">{t('contacts.loading')}</VisuallyHidden>
        </>
      )
  }
}
