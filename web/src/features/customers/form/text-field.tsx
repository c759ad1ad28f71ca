import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCustomerForm, useIsRequired } from './form-context.ts'
import type { TextField as TextFieldName } from './values.ts'

const longest: Partial<Record<TextFieldName, number>> = {
  number: 60,
  salutation: 100,
  registrationNumber: 100,
  taxId: 100,
  website: 500,
  email: 320,
  idNumber: 100,
  gateCode: 100,
}

type Props = Omit<TextInputProps, 'name'> & Readonly<{ name: TextFieldName }>

/** One field of words, named as everywhere. What a browser knows of its own user is not about a customer. */
export function TextField({ name, ...props }: Props) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <TextInput
      label={t(`customerFields.${name}`)}
      withAsterisk={useIsRequired(name)}
      autoComplete="off"
      maxLength={longest[name] ?? 200}
      {...form.getInputProps(name)}
      {...props}
    />
  )
}
