import { Table, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileExport } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { bytesText } from '../../../kernel/bytes.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { ExportActions } from './export-actions.tsx'
import classes from './export-list.module.css'
import { type Export, exportsQuery } from './exports.api.ts'
import { failureText } from './failure-text.ts'
import { useColumnText } from './use-column-text.ts'

/** What was taken away within the last day, latest first, as long as its files are kept. */
export function ExportList() {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const list = useSuspenseInfiniteQuery(exportsQuery)
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <NothingYet
        icon={<IconFileExport size={26} stroke={1.5} />}
        title={t('exporting.list.emptyTitle')}
        text={t('exporting.list.emptyText')}
        action={<LinkButton to="/customers">{t('exporting.list.toCustomers')}</LinkButton>}
      />
    )
  }
  return (
    <Panel title={t('exporting.list.label')}>
      {isPhone ? <ExportCards items={items} /> : <ExportTable items={items} />}
      <FormError message={list.isFetchNextPageError ? errorText(t, list.error) : null} />
      <MoreButton pages={list} label={t('exporting.list.more')} mt="md" mx="auto" display="block" />
    </Panel>
  )
}

type Items = Readonly<{ items: readonly Export[] }>
type Item = Readonly<{ item: Export }>

function ExportTable({ items }: Items) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <Table verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('exporting.list.file')}</Table.Th>
          <Table.Th>{t('exporting.list.state')}</Table.Th>
          <Table.Th ta="right">{t('exporting.list.customers')}</Table.Th>
          <Table.Th>{t('exporting.list.columns')}</Table.Th>
          <Table.Th>{t('exporting.list.when')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('exporting.list.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td className={classes.file}>
              <FileName item={item} />
            </Table.Td>
            <Table.Td>
              <State item={item} />
            </Table.Td>
            <Table.Td className={classes.figure}>{number(item.rows)}</Table.Td>
            <Table.Td>
              <Columns item={item} />
            </Table.Td>
            <Table.Td className={classes.when}>
              <When item={item} />
            </Table.Td>
            <Table.Td ta="right">
              <ExportActions item={item} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ExportCards({ items }: Items) {
  const { t } = useTranslation()
  return (
    <ul className={classes.cards}>
      {items.map((item) => (
        <li key={item.id} className={classes.card}>
          <span className={classes.cardText}>
            <FileName item={item} />
            <span className={classes.facts}>
              <State item={item} /> · {t('exporting.end.rows', { count: item.rows })}
            </span>
            <span className={classes.when}>
              <When item={item} />
            </span>
          </span>
          <ExportActions item={item} size={44} />
        </li>
      ))}
    </ul>
  )
}

function FileName({ item }: Item) {
  const { locale } = useFormat()
  return (
    <span>
      <span className={classes.name}>{item.fileName}</span>{' '}
      {item.bytes !== null && <span className={classes.dim}>{bytesText(locale, item.bytes)}</span>}
    </span>
  )
}

const tones = {
  queued: 'accent',
  running: 'accent',
  succeeded: 'teal',
  failed: 'red',
  cancelled: 'gray',
} as const

function State({ item }: Item) {
  const { t } = useTranslation()
  const why = item.error === null ? undefined : failureText(t, item.error)
  return (
    <Mark tone={tones[item.state]} title={why}>
      {t(`exporting.list.states.${item.state}`)}
    </Mark>
  )
}

function Columns({ item }: Item) {
  const { t } = useTranslation()
  const { locale, number } = useFormat()
  const text = useColumnText()
  if (item.format === 'vcf') return '–'
  if (item.columns === null) return t('exporting.list.allColumns')
  const names = new Intl.ListFormat(locale, { type: 'unit' }).format(new Set(item.columns.map(text)))
  return (
    <span className={classes.columns} title={names}>
      {number(item.columns.length)} <span className={classes.dim}>{names}</span>
    </span>
  )
}

function When({ item }: Item) {
  const format = useFormat()
  return (
    <>
      <time dateTime={item.createdAt} title={format.relative(item.createdAt)}>
        {format.dateTime(item.createdAt)}
      </time>{' '}
      <span className={classes.dim}>{item.by.name}</span>
    </>
  )
}
