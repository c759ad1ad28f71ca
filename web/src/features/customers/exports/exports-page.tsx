import { useTranslation } from 'react-i18next'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { ExportList } from './export-list.tsx'

export function ExportsPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('exporting.title')} description={t('exporting.intro')} />
      <ExportList />
    </Page>
  )
}
