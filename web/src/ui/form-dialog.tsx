import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiscardQuestion } from './discard-question.tsx'
import { FormError, focusFirst } from './form-error.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { onFieldOf } from './on-field-left.ts'
import { useSaveShortcut } from './use-save-shortcut.ts'

type Props<V extends Record<string, unknown>> = Readonly<{
  title: string
  size?: ModalProps['size']
  form: UseFormReturnType<V>
  save: (values: V) => void
  pending: boolean
  /** Why it could not be saved, beside what stands at the fields. */
  fault: string | null
  /** The verb on the button. */
  submit: string
  onClose: () => void
  children: ReactNode
}>

/** A small form over the page: Ctrl or ⌘ S saves, and closing asks before something typed is lost. */
export function FormDialog<V extends Record<string, unknown>>(props: Props<V>) {
  const { title, size, form, save, pending, fault, submit, onClose, children } = props
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const trySave = form.onSubmit(save, focusFirst(form))
  const close = () => (form.isDirty() ? setAsking(true) : onClose())
  useSaveShortcut(() => {
    if (!pending) trySave()
  }, 'dialog')
  return (
    <>
      <Modal opened onClose={close} closeOnEscape={!isAsking} title={title} {...(size ? { size } : {})}>
        <form noValidate onSubmit={trySave} onBlur={onFieldOf(form)}>
          <Stack gap="md">
            <FormError message={fault} />
            {children}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={pending}>
                {submit}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      {isAsking && <DiscardQuestion onDiscard={onClose} onStay={() => setAsking(false)} />}
      <LeaveGuard dirty={form.isDirty()} />
    </>
  )
}
