import { useTranslation } from 'react-i18next'
import type { Session } from '../../api/types.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Panel } from '../../ui/page.tsx'

const roles = ['owner', 'manager', 'staff'] as const

export function Profile({ session: { user, role } }: Readonly<{ session: Session }>) {
  const { t } = useTranslation()
  const known = roles.find((name) => name === role)
  return (
    <Panel title={t('settings.account.profile')}>
      <DataList
        items={[
          [t('settings.account.name'), user.name],
          [t('settings.account.email'), user.email],
          [t('settings.account.role'), known ? t(`settings.account.roles.${known}`) : role],
        ]}
      />
    </Panel>
  )
}
