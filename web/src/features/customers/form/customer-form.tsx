import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { onFieldLeft } from '../../../ui/on-field-left.ts'
import { SaveBar } from '../../../ui/save-bar.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useSaveShortcut } from '../../../ui/use-save-shortcut.ts'
import type { Customer, CustomerType } from '../customers.api.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { CustomerFormProvider, FactsProvider } from './form-context.ts'
import { BarMessage, ChangedMeanwhile, Drafts } from './form-notes.tsx'
import { FormTabs } from './form-tabs.tsx'
import { isPlainEscape } from './plain-escape.ts'
import type { Saved } from './save-customer.ts'
import { SimilarHint } from './similar-hint.tsx'
import { useDrafts } from './use-drafts.ts'
import { type Editor, useEditor } from './use-editor.ts'
import type { CustomerValues } from './values.ts'

type Props = Readonly<{
  type: CustomerType
  values: CustomerValues
  /** Who is edited; null for a new customer. */
  customer: Customer | null
  /** Stands above the tabs: the choice of the kind of customer. */
  children?: ReactNode
  /** A draft may be of the other kind. */
  onType?: (type: CustomerType) => void
  onSaved: (saved: Saved, wasChanged: boolean) => void
  onLeave: () => void
}>

export function CustomerForm({ type, values, customer, children, onType, onSaved, onLeave }: Props) {
  const { t } = useTranslation()
  const editor = useEditor({
    type,
    values,
    customer,
    onSaved: (saved, wasChanged) => {
      drafts.forgetOwn()
      onSaved(saved, wasChanged)
    },
  })
  const drafts = useDrafts(editor, customer)
  const { form, facts, theirs, base, save } = editor
  const submit = () => {
    if (theirs !== null) return
    editor.waiting.restart()
    editor.submit()
  }
  useSaveShortcut(submit)
  useShortcut('escape', t('customerForm.back'), onLeave)
  useFirstField(editor, customer === null)

  return (
    <CustomerFormProvider form={form}>
      <FactsProvider value={facts}>
        <form
          noValidate
          autoComplete="off"
          onBlur={onFieldLeft(editor.checkLeft)}
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
          onKeyDownCapture={(event) => {
            if (isPlainEscape(event)) onLeave()
          }}
        >
          {children}
          <Drafts drafts={drafts} onType={onType} />
          <SimilarHint ownId={customer?.id ?? null} />
          <FormTabs editor={editor} type={type} />
          <SaveBar>
            {theirs === null && <ChangedMeanwhile editor={editor} />}
            <BarMessage editor={editor} />
            <Button variant="default" onClick={onLeave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('customerForm.save')}
            </Button>
          </SaveBar>
        </form>
        {theirs !== null && base !== null && (
          <ConflictDialog
            base={base}
            mine={form.values}
            theirs={theirs}
            place={editor.place}
            pending={save.isPending}
            onSave={(merged) => {
              editor.rebase(merged, theirs)
              editor.submit(merged, theirs)
            }}
            onApply={(merged) => editor.rebase(merged, theirs)}
            onClose={() => editor.setTheirs(null)}
          />
        )}
        <LeaveGuard dirty={editor.isDirty} onLeave={drafts.forgetOwn} />
      </FactsProvider>
    </CustomerFormProvider>
  )
}

/** A new customer begins at its name; on a phone that would open the keyboard over half of the form. */
function useFirstField({ form }: Editor, isNew: boolean): void {
  const focusName = useEffectEvent(() => {
    const path = form.getValues().type === 'business' ? 'businessName' : 'firstName'
    form.getInputNode(path)?.focus()
  })
  useEffect(() => {
    if (isNew && matchMedia('(pointer: fine)').matches) focusName()
  }, [isNew])
}
