import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tag } from '../../api/types.ts'
import { stableColor } from '../../kernel/palette.ts'
import { ColorPicker } from '../../ui/color-picker.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { showProblem } from '../../ui/form-error.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { type TagInput, useCreateTag, useUpdateTag } from './tags.api.ts'

/** Makes a tag, or edits the one given. */
export function TagDialog({ tag, onClose }: Readonly<{ tag?: Tag; onClose: () => void }>) {
  const { t } = useTranslation()
  const { form, save, pending, fault } = useTagForm(tag, onClose)
  return (
    <FormDialog
      title={t(tag ? 'tags.edit' : 'tags.new')}
      form={form}
      save={save}
      pending={pending}
      fault={fault}
      submit={t('tags.save')}
      onClose={onClose}
    >
      <TextInput
        label={t('tags.name')}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <ColorPicker label={t('tags.color')} {...form.getInputProps('color')} />
    </FormDialog>
  )
}

function useTagForm(tag: Tag | undefined, onClose: () => void) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const create = useCreateTag()
  const update = useUpdateTag()
  const form = useForm<TagInput>({
    initialValues: { name: tag?.name ?? '', color: tag?.color ?? stableColor(String(Date.now())) },
    validate: { name: (value) => (value.trim() === '' ? t('tags.nameMissing') : null) },
  })
  const save = (values: TagInput) => {
    setFault(null)
    const outcome = {
      onSuccess: () => {
        notifySuccess(t(tag ? 'tags.saved' : 'tags.created'))
        onClose()
      },
      onError: (error: Error) => setFault(showProblem(form, error, t)),
    }
    if (tag) update.mutate({ ...values, tag }, outcome)
    else create.mutate(values, outcome)
  }
  return { form, save, pending: create.isPending || update.isPending, fault }
}
