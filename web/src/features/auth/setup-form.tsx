import { Button, Divider, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setUp } from '../../api/session.ts'
import type { Session } from '../../api/types.ts'
import { currencyOf, likelyCountry } from '../../kernel/regions.ts'
import { chooseLanguage, currentLanguage, isLanguage } from '../../locales/i18n.ts'
import { FormError, focusFirst, showProblem } from '../../ui/form-error.tsx'
import { onFieldOf } from '../../ui/on-field-left.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { CountrySelect, CurrencySelect, LanguageSelect, TimeZoneSelect } from '../../ui/place-select.tsx'
import { useSaveShortcut } from '../../ui/use-save-shortcut.ts'
import { emailFault, passwordFault, passwordMin } from './rules.ts'

type Props = Readonly<{ codeRequired: boolean; onDone: (session: Session) => void }>

export function SetupForm({ codeRequired, onDone }: Props) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const form = useSetupForm(codeRequired)
  const start = useMutation({
    mutationFn: setUp,
    meta: { credentials: true },
    onMutate: () => setFault(null),
    onSuccess: onDone,
    onError: (error) => setFault(showProblem(form, error, t)),
  })
  const choose = (value: string | null) => {
    if (value === null) return
    form.setFieldValue('country', value)
    form.setFieldValue('currency', currencyOf(value))
  }
  const save = form.onSubmit(
    ({ code, ...values }) => start.mutate(codeRequired ? { ...values, code } : values),
    focusFirst(form),
  )
  useSaveShortcut(() => {
    if (!start.isPending) save()
  })

  return (
    <form noValidate onSubmit={save} onBlur={onFieldOf(form)}>
      <Stack gap="md">
        <FormError message={fault} />
        {codeRequired && (
          <TextInput
            label={t('auth.setup.code')}
            description={t('auth.setup.codeHint')}
            autoComplete="off"
            {...form.getInputProps('code')}
          />
        )}
        <Divider label={t('auth.setup.businessSection')} labelPosition="left" />
        <TextInput
          label={t('auth.setup.business')}
          autoComplete="organization"
          autoFocus={!codeRequired}
          {...form.getInputProps('business')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CountrySelect
            label={t('auth.setup.country')}
            {...form.getInputProps('country')}
            onChange={choose}
          />
          <CurrencySelect
            label={t('auth.setup.currency')}
            description={t('auth.setup.currencyHint')}
            {...form.getInputProps('currency')}
          />
          <TimeZoneSelect
            label={t('auth.setup.timeZone')}
            known={form.values.timeZone}
            {...form.getInputProps('timeZone')}
          />
          <LanguageSelect
            label={t('auth.setup.language')}
            {...form.getInputProps('locale')}
            onChange={(value) => {
              if (!isLanguage(value)) return
              form.setFieldValue('locale', value)
              void chooseLanguage(value)
            }}
          />
        </SimpleGrid>
        <Divider label={t('auth.setup.ownerSection')} labelPosition="left" />
        <TextInput label={t('auth.setup.name')} autoComplete="name" {...form.getInputProps('owner.name')} />
        <TextInput
          label={t('auth.setup.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('owner.email')}
        />
        <PasswordField
          label={t('auth.setup.password')}
          description={t('auth.password.hint', { min: passwordMin })}
          autoComplete="new-password"
          {...form.getInputProps('owner.password')}
        />
        <Button type="submit" mt="xs" loading={start.isPending}>
          {t('auth.setup.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function useSetupForm(codeRequired: boolean) {
  const { t } = useTranslation()
  const country = likelyCountry(navigator.languages)
  const filled = (message: string) => (value: string) => (value.trim() === '' ? message : null)
  const chosen = (value: string | null) => (value ? null : t('auth.setup.choose'))
  return useForm({
    initialValues: {
      code: '',
      business: '',
      country,
      currency: currencyOf(country),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: currentLanguage() as string,
      owner: { name: '', email: '', password: '' },
    },
    validate: {
      code: (value) => (codeRequired && value.trim() === '' ? t('auth.setup.codeMissing') : null),
      business: filled(t('auth.setup.businessMissing')),
      country: chosen,
      currency: chosen,
      timeZone: chosen,
      owner: {
        name: filled(t('auth.setup.nameMissing')),
        email: (value) => emailFault(t, value),
        password: (value) => passwordFault(t, value),
      },
    },
  })
}
