import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { looksLikeEmail } from '../../../kernel/email.ts'
import { useCustomerForm } from './form-context.ts'
import { TextField } from './text-field.tsx'

export function EmailField() {
  const form = useCustomerForm()
  const clean = () => {
    const email = bare(form.getValues().email)
    if (email !== form.getValues().email) form.setFieldValue('email', email)
  }
  return <TextField name="email" type="email" inputMode="email" spellCheck={false} onBlur={clean} />
}

type ListProps = Readonly<{
  path: 'additionalEmails' | 'billing.invoiceEmails'
  label: string
  hint?: string
}>

/** Several addresses; Enter, a comma or leaving the field takes what was typed. */
export function EmailListField({ path, label, hint }: ListProps) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const input = form.getInputProps(path)
  const emails =
    path === 'additionalEmails' ? form.values.additionalEmails : form.values.billing.invoiceEmails
  const change = (list: string[]) => {
    const cleaned = [...new Set(list.map(bare))]
    form.setFieldValue(path, cleaned)
    if (!cleaned.every(looksLikeEmail)) form.setFieldError(path, t('errors.email.invalid'))
  }
  return (
    <TagsInput
      {...input}
      label={label}
      description={hint}
      placeholder={emails.length === 0 ? t('customerForm.addEmail') : ''}
      value={emails}
      onChange={change}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      maxTags={50}
      type="email"
      inputMode="email"
      spellCheck={false}
      comboboxProps={{ disabled: true }}
    />
  )
}

const bare = (typed: string): string =>
  typed
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
