import { Alert, Button, Group, Tabs } from '@mantine/core'
import { IconCloudOff, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../../ui/form-error.tsx'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { onFieldLeft } from '../../../ui/on-field-left.ts'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useSaveShortcut } from '../../../ui/use-save-shortcut.ts'
import type { Customer, CustomerType } from '../customers.api.ts'
import { AdvancedTab } from './advanced-tab.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { ContactTab } from './contact-tab.tsx'
import { DraftOffer } from './draft-offer.tsx'
import classes from './form.module.css'
import { CustomerFormProvider, FactsProvider } from './form-context.ts'
import { GeneralTab } from './general-tab.tsx'
import { faultCounts, type Tab, tabs } from './places.ts'
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
          {theirs === null && <ChangedMeanwhile editor={editor} />}
          <FormTabs editor={editor} type={type} />
          <div className={classes.bar}>
            <BarMessage editor={editor} />
            <Button variant="default" onClick={onLeave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(base === null ? 'customerForm.save' : 'customerForm.update')}
            </Button>
          </div>
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

type DraftsProps = Readonly<{ drafts: ReturnType<typeof useDrafts>; onType: Props['onType'] }>

function Drafts({ drafts: { offer, restore, discard }, onType }: DraftsProps) {
  if (offer === null) return null
  return (
    <DraftOffer
      offer={offer}
      onRestore={() => {
        restore(offer)
        onType?.(offer.content.values.type)
      }}
      onDiscard={() => discard(offer)}
    />
  )
}

/** Why it is not saved, beside the button that saves. */
function BarMessage({ editor: { fault, waiting } }: Readonly<{ editor: Editor }>) {
  const { t } = useTranslation()
  if (fault === null && waiting.state === 'no') return null
  return (
    <div className={classes.barError}>
      {waiting.state === 'no' ? (
        <FormError message={fault} />
      ) : (
        <Alert color="orange" variant="light" role="status" p="sm" icon={<IconCloudOff size={18} />}>
          {t(`customerForm.offline.${waiting.state}`)}
        </Alert>
      )}
    </div>
  )
}

function FormTabs({ editor, type }: Readonly<{ editor: Editor; type: CustomerType }>) {
  const { t } = useTranslation()
  const { form, base, tab, setTab, photo, setPhoto } = editor
  const faults = faultCounts(Object.keys(form.errors), type)
  const panels: Readonly<Record<Tab, ReactNode>> = {
    general: (
      <GeneralTab
        ownId={base?.id ?? null}
        photoUrl={base?.photoUrl ?? null}
        photo={photo}
        onPhoto={setPhoto}
      />
    ),
    contact: <ContactTab consent={base?.consent ?? null} />,
    advanced: <AdvancedTab />,
  }
  return (
    <Tabs value={tab} onChange={(next) => setTab(next as Tab)} keepMounted={false}>
      <Tabs.List aria-label={t('customerForm.sections')} className={classes.tabs}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name} rightSection={<FaultCount count={faults[name]} />}>
            {t(`customerForm.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Panel key={name} value={name}>
          {panels[name]}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function FaultCount({ count }: Readonly<{ count: number }>) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span role="img" className={classes.faults} aria-label={t('customerForm.faults', { count })}>
      {count}
    </span>
  )
}

/** Said at once, not only when Save is refused; what is typed stays. */
function ChangedMeanwhile({ editor }: Readonly<{ editor: Editor }>) {
  const { t } = useTranslation()
  const { newest } = editor
  if (newest === null) return null
  return (
    <Alert color="orange" variant="light" role="status" mb="md" p="sm" icon={<IconInfoCircle size={18} />}>
      <Group justify="space-between" gap="xs">
        {t('customerForm.conflict.noticed')}
        <Button size="xs" variant="default" onClick={() => editor.setTheirs(newest)}>
          {t('customerForm.conflict.review')}
        </Button>
      </Group>
    </Alert>
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
