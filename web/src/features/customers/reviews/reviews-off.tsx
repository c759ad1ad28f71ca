import { IconMessageOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateScreen } from '../../../ui/state-screen.tsx'

/** At the address of reviews, where the business does without them: nothing is lost, and who may can switch them on. */
export function ReviewsOff() {
  const { t } = useTranslation()
  const maySwitch = useCan()('settings.write')
  return (
    <Page>
      <PageHeader title={t('customerReviews.title')} />
      <StateScreen
        icon={<IconMessageOff size={26} stroke={1.5} />}
        title={t('customerReviews.off.title')}
        text={t(maySwitch ? 'customerReviews.off.switch' : 'customerReviews.off.ask')}
        action={
          maySwitch ? (
            <LinkButton to="/settings/business" variant="default">
              {t('customerReviews.off.action')}
            </LinkButton>
          ) : undefined
        }
      />
    </Page>
  )
}
