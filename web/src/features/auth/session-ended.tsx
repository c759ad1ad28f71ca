import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { enterAgain, useSession } from '../../api/session.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page, not instead of it: what was typed stays. */
export function SessionEnded() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { user, merchant } = useSession()
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('states.sessionTitle')}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('states.sessionText')}
      </Text>
      <SignInForm
        email={user.email ?? ''}
        onSignedIn={(session) =>
          enterAgain(queryClient, session, { userId: user.id, merchantId: merchant.id })
        }
      />
    </Modal>
  )
}
