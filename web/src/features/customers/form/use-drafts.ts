// What is typed is kept beside the form until it is saved or given up; what an earlier visit left is offered, not forced.
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { draftKeeper } from '../../../api/drafts.ts'
import { useSession } from '../../../api/session.ts'
import { type Draft, draftsAt, forgetDraft, keepDraft, type Place } from '../../../kernel/drafts.ts'
import { randomId } from '../../../kernel/random.ts'
import type { Customer } from '../customers.api.ts'
import type { Editor } from './use-editor.ts'
import type { CustomerValues } from './values.ts'

export type FormDraft = Readonly<{
  values: CustomerValues
  /** What the values are a change of, so that an edit by somebody else in between is noticed. */
  base: Customer | null
  /** A photo is too large to be kept: it has to be chosen again. */
  hadPhoto: boolean
}>

const pause = 300

export function useDrafts(editor: Editor, customer: Customer | null) {
  const { form, photo, base, isDirty } = editor
  const place = usePlace(customer?.id ?? 'new')
  const own = useRef(randomId())
  const [offers, setOffers] = useState(() => offersAt(place, own.current))

  const keep = () => {
    const keeper = draftKeeper()
    if (keeper === null) return
    const content: FormDraft = { values: form.getValues(), base, hadPhoto: photo !== null }
    if (isDirty()) keepDraft(keeper, place, { id: own.current, at: new Date().toISOString(), content })
    else forgetDraft(keeper, place, own.current)
  }
  const onKeep = useEffectEvent(keep)
  const { values } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of these sets the clock anew, what to keep is read when it has run down
  useEffect(() => {
    const timer = setTimeout(() => onKeep(), pause)
    return () => clearTimeout(timer)
  }, [values, photo, base])
  useEffect(() => {
    const now = () => onKeep()
    addEventListener('pagehide', now)
    return () => removeEventListener('pagehide', now)
  }, [])

  const forget = (id: string) => {
    const keeper = draftKeeper()
    if (keeper !== null) forgetDraft(keeper, place, id)
    setOffers(offersAt(place, own.current))
  }
  return {
    offer: offers[0] ?? null,
    /** What has been typed meanwhile becomes an offer in its turn. */
    restore: ({ id, content }: Draft<FormDraft>) => {
      keep()
      own.current = id
      editor.restore(content)
      setOffers(offersAt(place, id))
    },
    discard: ({ id }: Draft<FormDraft>) => forget(id),
    forgetOwn: () => forget(own.current),
  }
}

function usePlace(form: string): Place {
  const { user, merchant } = useSession()
  return useMemo(() => ({ userId: user.id, merchantId: merchant.id, form }), [user.id, merchant.id, form])
}

function offersAt(place: Place, own: string): readonly Draft<FormDraft>[] {
  const keeper = draftKeeper()
  return keeper === null ? [] : draftsAt<FormDraft>(keeper, place).filter(({ id }) => id !== own)
}
