import { Table } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileImport } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { bytesText } from '../../../kernel/bytes.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { type Import, importsQuery } from '../imports.api.ts'
import { StateMark } from '../state-mark.tsx'
import classes from './import-list.module.css'

/** What was brought in before, latest first. */
export function ImportList() {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const list = useSuspenseInfiniteQuery(importsQuery)
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <NothingYet
        icon={<IconFileImport size={26} stroke={1.5} />}
        title={t('imports.list.emptyTitle')}
        text={t('imports.list.emptyText')}
      />
    )
  }
  return (
    <Panel title={t('imports.list.title')}>
      {isPhone ? <ImportCards items={items} /> : <ImportTable items={items} />}
      <FormError message={list.isFetchNextPageError ? errorText(t, list.error) : null} />
      <MoreButton pages={list} label={t('imports.list.more')} mt="md" mx="auto" display="block" />
    </Panel>
  )
}

type Items = Readonly<{ items: readonly Import[] }>

const figures = ['created', 'updated', 'unchanged', 'rejected'] as const

function ImportTable({ items }: Items) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.list.file')}</Table.Th>
          <Table.Th>{t('imports.list.state')}</Table.Th>
          {figures.map((name) => (
            <Table.Th key={name} ta="right">
              {t(`imports.counts.${name}`)}
            </Table.Th>
          ))}
          <Table.Th>{t('imports.list.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td className={classes.file}>
              <FileLink item={item} />
            </Table.Td>
            <Table.Td>
              <StateMark item={item} />
            </Table.Td>
            {figures.map((name) => (
              <Table.Td key={name} className={classes.figure} data-zero={item[name] === 0 || undefined}>
                {item.startedAt === null ? '–' : format.number(item[name])}
              </Table.Td>
            ))}
            <Table.Td className={classes.when}>
              <When item={item} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ImportCards({ items }: Items) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className={classes.cards}>
      {items.map((item) => (
        <li key={item.id} className={classes.card}>
          <FileLink item={item} />
          <StateMark item={item} />
          {item.startedAt !== null && (
            <span className={classes.sum}>
              {figures
                .filter((name) => item[name] > 0)
                .map((name) => `${t(`imports.counts.${name}`)}: ${format.number(item[name])}`)
                .join(' · ')}
            </span>
          )}
          <span className={classes.when}>
            <When item={item} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function FileLink({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  return (
    <>
      <LinkAnchor to="/imports/$importId" params={{ importId: item.id }} size="sm" fw={550}>
        {item.fileName}
      </LinkAnchor>{' '}
      <span className={classes.bytes}>
        {t(`imports.kind.names.${item.kind}`)} · {bytesText(locale, item.fileBytes)}
      </span>
    </>
  )
}

function When({ item }: Readonly<{ item: Import }>) {
  const format = useFormat()
  return (
    <>
      <time dateTime={item.createdAt} title={format.relative(item.createdAt)}>
        {format.dateTime(item.createdAt)}
      </time>{' '}
      <span className={classes.by}>{item.actor.name}</span>
    </>
  )
}
