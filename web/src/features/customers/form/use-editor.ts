// The state of the form around its values: what it began from, what is wrong, and the way to the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText, hasStatus, isUnreachable } from '../../../api/problem.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { type Customer, type CustomerType, currentOf, customerQuery } from '../customers.api.ts'
import { bodyOf, isSame } from './body.ts'
import { carryOver } from './carry-over.ts'
import { checkCustomer } from './checks.ts'
import { faultText } from './fault-text.ts'
import { useForm } from './form-context.ts'
import { asked, useFormFacts } from './form-facts.ts'
import { onLeaving } from './on-leaving.ts'
import type { PhotoChange } from './photo-field.tsx'
import { formPath } from './places.ts'
import { changedFields, type Saved, saveCustomer } from './save-customer.ts'
import { serverFaults } from './server-faults.ts'
import type { FormDraft } from './use-drafts.ts'
import { useFocus } from './use-focus.ts'
import { useWaiting } from './use-waiting.ts'
import { type CustomerValues, emptyValues, valuesOf, withBlankRows } from './values.ts'

type Start = Readonly<{
  type: CustomerType
  values: CustomerValues
  customer: Customer | null
  onSaved: (saved: Saved, wasChanged: boolean) => void
}>

export type Editor = ReturnType<typeof useEditor>

export function useEditor({ type, values: start, customer, onSaved }: Start) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const place = useFormat()
  const facts = useFormFacts(type, customer)
  const form = useForm({ initialValues: start })
  const [base, setBase] = useState(customer)
  const [photo, setPhoto] = useState<PhotoChange>(null)
  const [fault, setFault] = useState<string | null>(null)
  /** The customer as somebody else saved it meanwhile. */
  const [theirs, setTheirs] = useState<Customer | null>(null)
  const isSaved = useRef(false)
  const { tab, setTab, goTo } = useFocus(form, type, base === null)

  const bodyAs = (kind: CustomerType, values: CustomerValues) => bodyOf(carryOver(values, kind), place)
  const isDirty = () => {
    if (isSaved.current) return false
    const began = base === null ? start : valuesOf(base)
    // Of a new customer what was typed for the other kind counts too: it comes back with a change of mind.
    const kinds = base === null ? (['personal', 'business'] as const) : [base.type]
    return (
      photo !== null || kinds.some((kind) => !isSame(bodyAs(kind, began), bodyAs(kind, form.getValues())))
    )
  }

  // Another kind of new customer was chosen: the form stays, and with it what was typed.
  const onType = useEffectEvent((kind: CustomerType) => {
    if (form.getValues().type === kind) return
    form.setValues(carryOver(form.getValues(), kind))
    form.clearErrors()
  })
  useEffect(() => onType(type), [type])

  const save = useMutation({
    mutationFn: ({ values, onto }: { values: CustomerValues; onto: Customer | null }) =>
      saveCustomer({ base: onto, body: changedFields(onto, values, place), type: values.type, photo }),
    onMutate: () => {
      setFault(null)
      waiting.end()
    },
    onSuccess: (saved, { values, onto }) => {
      const wasChanged = photo !== null || Object.keys(changedFields(onto, values, place)).length > 0
      isSaved.current = true
      setTheirs(null)
      queryClient.setQueryData(customerQuery(saved.customer.id).queryKey, saved.customer)
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['tags'] })
      onSaved(saved, wasChanged)
    },
    onError: (error, { values }) => refused(error, values),
  })

  const refused = (error: Error, values: CustomerValues): void => {
    const current = currentOf(error)
    if (current !== null) {
      overtaken(current, values)
      return
    }
    setTheirs(null)
    if (isUnreachable(error)) waiting.begin()
    // Sign-in comes over the page; after it the form is as it was.
    else if (!hasStatus(error, 401)) blame(error)
  }
  const overtaken = (current: Customer, values: CustomerValues): void => {
    // The answer to an earlier try was lost on its way: what is there is what was to be saved.
    if (Object.keys(changedFields(current, values, place)).length === 0)
      save.mutate({ values, onto: current })
    else setTheirs(current)
  }
  const blame = (error: Error): void => {
    const { atFields, elsewhere } = serverFaults(error, t, (path) =>
      formPath(path, form.getValues(), place.country),
    )
    form.setErrors(atFields)
    goTo(Object.keys(atFields)[0])
    setFault(elsewhere ?? (Object.keys(atFields).length > 0 ? null : errorText(t, error)))
  }

  /** `onto` is the customer that the values are a change of; after a conflict, theirs. */
  const submit = (values = form.getValues(), onto = base) => {
    if (save.isPending || isSaved.current) return
    const faults = checkCustomer(values, asked(facts, base))
    const first = Object.keys(faults)[0]
    if (first === undefined) return save.mutate({ values, onto })
    form.setErrors(Object.fromEntries(Object.entries(faults).map(([path, one]) => [path, faultText(t, one)])))
    setTheirs(null)
    goTo(first)
  }
  const checkLeft = (path: string, next: string | null) => {
    const { tell, settled } = onLeaving(checkCustomer(form.getValues(), asked(facts, base)), path, next, {
      isChanged: (name) => form.isDirty(name),
    })
    for (const [field, one] of Object.entries(tell)) form.setFieldError(field, faultText(t, one))
    for (const field of settled) form.clearFieldError(field)
  }
  const waiting = useWaiting(
    () => JSON.stringify(bodyOf(form.getValues(), place)),
    () => submit(),
  )

  /** Goes on from what they saved, with both sides put together. */
  const rebase = (values: CustomerValues, onto: Customer) => {
    setBase(onto)
    setTheirs(null)
    form.setValues(withBlankRows(values, place.country))
  }
  const restore = ({ values, base: before }: FormDraft) => {
    setBase(before)
    form.setValues(withBlankRows({ ...emptyValues(values.type), ...values }, place.country))
    form.clearErrors()
  }
  const newest = useNewest(base, isSaved)
  const onNewest = useEffectEvent((now: Customer) => {
    // Nothing typed yet: the form simply shows what is true now.
    if (!isDirty()) rebase(valuesOf(now), now)
  })
  useEffect(() => {
    if (newest !== null) onNewest(newest)
  }, [newest])

  return {
    form,
    facts,
    base,
    photo,
    setPhoto,
    fault,
    waiting,
    theirs,
    setTheirs,
    newest,
    save,
    submit,
    checkLeft,
    rebase,
    restore,
    isDirty,
    tab,
    setTab,
    place,
  }
}

/** The record as the server has it, once it is newer than what the form began from. */
function useNewest(base: Customer | null, isSaved: Readonly<{ current: boolean }>): Customer | null {
  const { data } = useQuery({ ...customerQuery(base?.id ?? ''), enabled: base !== null })
  return !isSaved.current && base !== null && data !== undefined && data.version > base.version ? data : null
}
