import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Doors } from './doors.tsx'

/** Three ways to begin, while there are no customers. */
export function StartPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('start.title')} description={t('start.intro')} />
      {/* In the sample there is no empty list to begin with. */}
      <Doors last={useSession().merchant.isSample ? 'customer' : 'list'} />
    </Page>
  )
}
