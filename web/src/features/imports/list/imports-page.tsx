import { Space } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import type { Import } from '../imports.api.ts'
import { UploadPanel } from '../upload/upload-panel.tsx'
import { ImportList } from './import-list.tsx'

export function ImportsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayExport = useCan()('customers.export')
  /** One file is looked at right away; several stand in the list, each waiting to be looked at. */
  const open = ([only, ...more]: readonly Import[], refused: number) => {
    if (only !== undefined && more.length === 0 && refused === 0)
      void navigate({ to: '/imports/$importId', params: { importId: only.id } })
  }
  return (
    <Page>
      <PageHeader
        title={t('imports.title')}
        description={t('imports.intro')}
        actions={
          mayExport ? (
            <LinkButton to="/exports" variant="default">
              {t('shell.nav.exports')}
            </LinkButton>
          ) : undefined
        }
      />
      <UploadPanel title={t('imports.drop')} text={t('imports.dropText')} onDone={open} />
      <Space h="md" />
      <Suspense fallback={<PageLoading />}>
        <ImportList />
      </Suspense>
    </Page>
  )
}
