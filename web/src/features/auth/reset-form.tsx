import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../../api/problem.ts'
import { resetPassword } from '../../api/session.ts'
import { FormError, focusFirst, showProblem } from '../../ui/form-error.tsx'
import { onFieldOf } from '../../ui/on-field-left.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { useSaveShortcut } from '../../ui/use-save-shortcut.ts'
import { passwordFault, passwordMin } from './rules.ts'

type Props = Readonly<{
  token: string
  onDone: () => void
  /** The link was used or grew too old while the page was open. */
  onDead: () => void
}>

export function ResetForm({ token, onDone, onDead }: Props) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', repeat: '' },
    validate: {
      password: (value) => passwordFault(t, value),
      repeat: (value, values) => (value === values.password ? null : t('auth.password.different')),
    },
  })
  const reset = useMutation({
    mutationFn: (password: string) => resetPassword({ token, password }),
    meta: { credentials: true },
    onMutate: () => setFault(null),
    onSuccess: onDone,
    onError: (error) => {
      if (hasStatus(error, 404)) return onDead()
      setFault(showProblem(form, error, t))
    },
  })
  const save = form.onSubmit(({ password }) => reset.mutate(password), focusFirst(form))
  useSaveShortcut(() => {
    if (!reset.isPending) save()
  })

  return (
    <form noValidate onSubmit={save} onBlur={onFieldOf(form)}>
      <Stack gap="md">
        <FormError message={fault} />
        <PasswordField
          label={t('auth.password.new')}
          description={t('auth.password.hint', { min: passwordMin })}
          autoComplete="new-password"
          autoFocus
          {...form.getInputProps('password')}
          key={form.key('password')}
        />
        <PasswordField
          label={t('auth.password.repeat')}
          autoComplete="new-password"
          {...form.getInputProps('repeat')}
          key={form.key('repeat')}
        />
        <Button type="submit" fullWidth loading={reset.isPending}>
          {t('auth.reset.submit')}
        </Button>
      </Stack>
    </form>
  )
}
