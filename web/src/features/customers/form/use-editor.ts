// The state of the form around its values: what it began from, what is wrong, and the way to the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText, hasStatus, isApiError } from '../../../api/problem.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { type Customer, type CustomerType, customerQuery } from '../customers.api.ts'
import { bodyOf, isSame } from './body.ts'
import { checkCustomer } from './checks.ts'
import { faultText } from './fault-text.ts'
import { useForm } from './form-context.ts'
import { asked, useFormFacts } from './form-facts.ts'
import type { PhotoChange } from './photo-field.tsx'
import { formPath } from './places.ts'
import { changedFields, type Saved, saveCustomer } from './save-customer.ts'
import { serverFaults } from './server-faults.ts'
import { useFocus } from './use-focus.ts'
import { type CustomerValues, valuesOf, withBlankRows } from './values.ts'

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
  const { tab, setTab, goTo } = useFocus(form, type)

  const isDirty = () =>
    !isSaved.current &&
    (photo !== null ||
      !isSame(bodyOf(base === null ? start : valuesOf(base), place), bodyOf(form.getValues(), place)))

  const save = useMutation({
    mutationFn: ({ values, onto }: { values: CustomerValues; onto: Customer | null }) =>
      saveCustomer({ base: onto, body: changedFields(onto, values, place), type: values.type, photo }),
    onMutate: () => setFault(null),
    onSuccess: (saved, { values, onto }) => {
      const wasChanged = photo !== null || Object.keys(changedFields(onto, values, place)).length > 0
      isSaved.current = true
      setTheirs(null)
      queryClient.setQueryData(customerQuery(saved.customer.id).queryKey, saved.customer)
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['tags'] })
      onSaved(saved, wasChanged)
    },
    onError: (error) => {
      if (hasStatus(error, 412) && isApiError(error)) return setTheirs(error.problem.current as Customer)
      setTheirs(null)
      const { atFields, elsewhere } = serverFaults(error, t, (path) =>
        formPath(path, form.getValues(), place.country),
      )
      form.setErrors(atFields)
      goTo(Object.keys(atFields)[0])
      setFault(elsewhere ?? (Object.keys(atFields).length > 0 ? null : errorText(t, error)))
    },
  })

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
  /** Goes on from what they saved, with both sides put together. */
  const rebase = (values: CustomerValues, onto: Customer) => {
    setBase(onto)
    setTheirs(null)
    form.setValues(withBlankRows(values, place.country))
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
    theirs,
    setTheirs,
    newest,
    save,
    submit,
    rebase,
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
