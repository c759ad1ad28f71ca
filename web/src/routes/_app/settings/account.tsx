import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { ChangePassword } from '../../../features/auth/change-password.tsx'
import { Profile } from '../../../features/settings/profile.tsx'
import { Panel } from '../../../ui/page.tsx'

export const Route = createFileRoute('/_app/settings/account')({ component: AccountSettings })

function AccountSettings() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <>
      <Profile session={session} />
      <Panel
        title={t('settings.account.changePassword')}
        description={t('settings.account.changePasswordHint')}
      >
        <ChangePassword email={session.user.email ?? ''} />
      </Panel>
    </>
  )
}
