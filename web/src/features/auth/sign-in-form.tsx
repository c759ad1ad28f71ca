import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signIn } from '../../api/session.ts'
import type { Session } from '../../api/types.ts'
import { FormError, focusFirst, showProblem } from '../../ui/form-error.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { emailFault } from './rules.ts'

type Props = Readonly<{ email?: string; onSignedIn: (session: Session) => void }>

/** With `email` given (a session that ended) only the password is asked. */
export function SignInForm({ email = '', onSignedIn }: Props) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: {
      email: (value) => emailFault(t, value),
      password: (value) => (value === '' ? t('auth.password.missing') : null),
    },
  })
  const entry = useMutation({
    mutationFn: signIn,
    meta: { credentials: true },
    onMutate: () => setFault(null),
    onSuccess: onSignedIn,
    onError: (error) => setFault(showProblem(form, error, t)),
  })

  return (
    <form noValidate onSubmit={form.onSubmit((values) => entry.mutate(values), focusFirst(form))}>
      <Stack gap="md">
        <FormError message={fault} />
        <TextInput
          label={t('auth.signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          {...form.getInputProps('email')}
          key={form.key('email')}
        />
        <PasswordField
          label={t('auth.signIn.password')}
          autoComplete="current-password"
          data-autofocus={email !== '' || undefined}
          {...form.getInputProps('password')}
          key={form.key('password')}
        />
        <Button type="submit" fullWidth loading={entry.isPending}>
          {t('auth.signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
