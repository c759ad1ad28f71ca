import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '../../api/session.ts'
import { FormError, focusFirst, showProblem } from '../../ui/form-error.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { onFieldOf } from '../../ui/on-field-left.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { useSaveShortcut } from '../../ui/use-save-shortcut.ts'
import { passwordFault, passwordMin } from './rules.ts'

const empty = { currentPassword: '', newPassword: '', repeat: '' }

export function ChangePassword({ email }: Readonly<{ email: string }>) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: empty,
    validate: {
      currentPassword: (value) => (value === '' ? t('auth.password.missing') : null),
      newPassword: (value) => passwordFault(t, value),
      repeat: (value, values) => (value === values.newPassword ? null : t('auth.password.different')),
    },
  })
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof empty) =>
      changePassword({ currentPassword, newPassword }),
    meta: { credentials: true },
    onMutate: () => setFault(null),
    onSuccess: () => {
      form.reset()
      notifySuccess(t('auth.password.done'))
    },
    onError: (error) => setFault(showProblem(form, error, t)),
  })
  const save = form.onSubmit((values) => change.mutate(values), focusFirst(form))
  useSaveShortcut(() => {
    if (!change.isPending) save()
  })
  const field = (name: keyof typeof empty, autoComplete: string) => ({
    autoComplete,
    maw: 400,
    ...form.getInputProps(name),
  })

  return (
    <form noValidate onSubmit={save} onBlur={onFieldOf(form)}>
      <Stack gap="md">
        <FormError message={fault} />
        {/* Password managers file the new password under the right account by this. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          key={form.key('currentPassword')}
          label={t('auth.password.current')}
          {...field('currentPassword', 'current-password')}
        />
        <PasswordField
          key={form.key('newPassword')}
          label={t('auth.password.new')}
          description={t('auth.password.hint', { min: passwordMin })}
          {...field('newPassword', 'new-password')}
        />
        <PasswordField
          key={form.key('repeat')}
          label={t('auth.password.repeat')}
          {...field('repeat', 'new-password')}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('auth.password.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
