import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiscardQuestion } from '../../../../ui/discard-question.tsx'
import { useFormat } from '../../../../ui/format-context.tsx'
import { afterField, useSaveShortcut } from '../../../../ui/use-save-shortcut.ts'
import type { Customer } from '../../customers.api.ts'
import { checkCustomer } from '../../form/checks.ts'
import { faultText } from '../../form/fault-text.ts'
import { CustomerFormProvider, FactsProvider, useForm } from '../../form/form-context.ts'
import { asked, useFormFacts } from '../../form/form-facts.ts'
import { formPath } from '../../form/places.ts'
import { isPlainEscape } from '../../form/plain-escape.ts'
import { serverFaults } from '../../form/server-faults.ts'
import { type CustomerValues, newAddress, newPhone, valuesOf } from '../../form/values.ts'
import { EditorFields } from './editor-fields.tsx'
import classes from './in-place.module.css'
import type { Start } from './in-place.tsx'
import { isAtPart, type Part } from './parts.ts'
import { PlaceGuard } from './place-guard.tsx'
import { type Edit, editOf } from './save-edit.ts'
import { useAway } from './use-away.ts'
import { useFirstField, useLostFocus } from './use-editor-focus.ts'

type Props = Readonly<{
  part: Part
  label: string
  isNamed: boolean
  start: Start
  /** By keys: the focus goes on from where the field stood. */
  onSave: (edit: Edit, byKeys: boolean) => void
  onLeave: (byKeys: boolean) => void
}>

/** A few fields of the form, with its rules, where their value stood. */
export function Editor({ part, label, isNamed, start, onSave, onLeave }: Props) {
  const { t } = useTranslation()
  const { base } = start
  const place = useFormat()
  const facts = useFormFacts(base.type, base)
  const form = useStart(part, start)
  const region = useRef<HTMLFormElement>(null)
  const [isAsking, setAsking] = useState(false)
  const edit = () => editOf(base, form.getValues(), place)
  const isDirty = () => Object.keys(edit().body).length > 0

  const save = (byKeys: boolean) => {
    if (!isDirty()) return onLeave(byKeys)
    const faults = Object.entries(checkCustomer(form.getValues(), asked(facts, base))).filter(([path]) =>
      isAtPart(path, part, base.type),
    )
    const first = faults[0]
    if (first === undefined) return onSave(edit(), byKeys)
    form.setErrors(Object.fromEntries(faults.map(([path, fault]) => [path, faultText(t, fault)])))
    if (byKeys) form.getInputNode(first[0])?.focus()
  }
  useAway(region, () => save(false))
  useSaveShortcut(() => save(true))
  useFirstField(region, start.focus)
  const onFocus = useLostFocus(region)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isPlainEscape(event)) {
      event.stopPropagation()
      // A word is soon typed again, a long text is not.
      if (event.target instanceof HTMLTextAreaElement && isDirty()) setAsking(true)
      else onLeave(true)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      afterField(() => save(true))
    }
  }
  return (
    <CustomerFormProvider form={form}>
      <FactsProvider value={facts}>
        <form
          ref={region}
          noValidate
          autoComplete="off"
          aria-label={t('customerRecord.inPlace.edit', { field: label })}
          className={classes.editor}
          data-named={isNamed || undefined}
          onFocusCapture={onFocus}
          onKeyDownCapture={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault()
            save(true)
          }}
        >
          <EditorFields part={part} base={base} />
          <div className={classes.editorActions}>
            <Button type="submit" size="compact-sm">
              {t('common.save')}
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onLeave(true)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
        {isAsking && <DiscardQuestion onDiscard={() => onLeave(true)} onStay={() => setAsking(false)} />}
        <PlaceGuard dirty={isDirty} />
      </FactsProvider>
    </CustomerFormProvider>
  )
}

function useStart(part: Part, { base, values, error }: Start) {
  const { t } = useTranslation()
  const { country } = useFormat()
  const initialValues = values ?? startValues(part, base, country)
  const { atFields } = serverFaults(error, t, (path) => formPath(path, initialValues, country))
  return useForm({ initialValues, initialErrors: { ...atFields } })
}

/** Where nothing stands, a row to type in. */
function startValues(part: Part, base: Customer, country: string): CustomerValues {
  const values = valuesOf(base)
  if (part === 'phones' && values.phones.length === 0) {
    return { ...values, phones: [newPhone(base.type, true)] }
  }
  if (part === 'address:new') {
    const { addresses } = values
    return { ...values, addresses: [...addresses, newAddress(country, addresses.length === 0)] }
  }
  return values
}
