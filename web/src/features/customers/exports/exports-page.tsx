import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkAnchor, LinkButton } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { ExportList } from './export-list.tsx'
import { exportsQuery } from './exports.api.ts'

export function ExportsPage() {
  const { t } = useTranslation()
  const isEmpty = useSuspenseInfiniteQuery(exportsQuery).data.pages[0]?.items.length === 0
  const mayImport = useCan()('customers.import')
  return (
    <Page>
      <PageHeader
        back={
          mayImport ? (
            <LinkAnchor to="/imports" size="sm">
              {t('shell.nav.imports')}
            </LinkAnchor>
          ) : undefined
        }
        title={t('exporting.title')}
        description={t('exporting.intro')}
        actions={
          isEmpty ? undefined : (
            <LinkButton to="/customers" variant="default">
              {t('exporting.list.toCustomers')}
            </LinkButton>
          )
        }
      />
      <ExportList />
    </Page>
  )
}
