import { useTranslation } from 'react-i18next'
import { FormError } from '../../ui/form-error.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { AskForLink } from './ask-for-link.tsx'

/** In the place of the form: a password typed here could not be saved. */
export function DeadLink({ reason }: Readonly<{ reason: string }>) {
  const { t } = useTranslation()
  return (
    <>
      <FormError message={reason} />
      <LinkButton to="/sign-in" fullWidth mt="md">
        {t('auth.link.signIn')}
      </LinkButton>
      <AskForLink text={t('auth.link.ask')} />
    </>
  )
}
