import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../../api/problem.ts'
import { notifyError } from '../../../../ui/notify.tsx'
import { holdShortcuts } from '../../../../ui/shortcuts.ts'
import { type Customer, currentOf } from '../../customers.api.ts'
import type { CustomerValues } from '../../form/values.ts'
import classes from './in-place.module.css'
import { useInPlace } from './in-place-context.ts'
import type { Part } from './parts.ts'
import { PlaceGuard } from './place-guard.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { Edit } from './save-edit.ts'
import { useSaveEdit } from './use-edits.ts'

// The fields are those of the form; they come when somebody is about to use one.
const loadEditor = () => import('./editor.tsx')
const Editor = lazy(() => loadEditor().then((module) => ({ default: module.Editor })))
const EditConflict = lazy(() =>
  import('./edit-conflict.tsx').then((module) => ({ default: module.EditConflict })),
)
export const preloadEditor = () => void loadEditor().catch(() => undefined)
/** Without a connection the fields may not come: better said than a page that breaks. */
export function withEditor(run: () => void): void {
  const editor = loadEditor()
  holdShortcuts(editor)
  editor.then(run, () => notifyError(new ApiError({ code: 'network', status: 0 })))
}

/** What an editor begins from: the record, or an edit that was refused. */
export type Start = Readonly<{
  base: Customer
  values: CustomerValues | null
  error: Error | null
  /** Which of several lines was chosen. */
  focus: string | null
}>
type Standing =
  | Readonly<{ is: 'view' }>
  | Readonly<{ is: 'open'; start: Start }>
  | Readonly<{ is: 'saving'; done: Promise<boolean> }>
  | Readonly<{ is: 'refused'; error: Error; edit: Edit }>
  | Readonly<{ is: 'conflict'; theirs: Customer; edit: Edit }>

/** Opens the editor; null for who may not write, and while it cannot be opened. */
export type OpenEditor = ((focus?: string) => void) | null

/** Which value of the record it is, and how it is spoken of. */
export type PlaceProps = Readonly<{
  part: Part
  /** The name of the field, as a sentence about it says it. */
  label: string
  /** The label stands beside the place already. */
  isNamed?: boolean
  startsOpen?: boolean
  /** Left with nothing saved. */
  onLeft?: () => void
}>

type Props = PlaceProps & Readonly<{ children: (edit: OpenEditor) => ReactNode }>

/** A value of the record that becomes a field where it stands, and a value again. */
export function InPlace({ part, label, isNamed = false, startsOpen = false, onLeft, children }: Props) {
  const { t } = useTranslation()
  const { customer, mayWrite, say } = useInPlace()
  const fresh: Start = { base: customer, values: null, error: null, focus: null }
  const [standing, setStanding] = useState<Standing>(
    startsOpen ? { is: 'open', start: fresh } : { is: 'view' },
  )
  const { region, comeBack } = useComeBack(standing.is)
  const save = useSaveEdit(customer.id, {
    onSaved: () => {
      setStanding({ is: 'view' })
      say(t('customerRecord.inPlace.saved', { field: label }))
    },
    onRefused: (error, edit) => setStanding(standingAfter(error, edit)),
  })
  const send = (edit: Edit) =>
    setStanding({
      is: 'saving',
      done: save.mutateAsync(edit).then(
        () => true,
        () => false,
      ),
    })
  const open: OpenEditor = mayWrite
    ? (focus) => {
        // What is on its way is what the next edit would be about.
        if (standing.is === 'saving') return
        withEditor(() => setStanding({ is: 'open', start: { ...fresh, focus: focus ?? null } }))
      }
    : null
  const reopen = (edit: Edit, error: Error | null) =>
    setStanding({ is: 'open', start: { base: edit.base, values: edit.values, error, focus: null } })

  if (standing.is === 'open') {
    const { start } = standing
    return (
      <div ref={region} className={classes.place} data-editing>
        <Suspense fallback={children(null)}>
          <Editor
            part={part}
            label={label}
            isNamed={isNamed}
            start={start}
            onSave={(edit, byKeys) => {
              if (byKeys) comeBack(start.focus)
              send(edit)
            }}
            onLeave={(byKeys) => {
              if (byKeys) comeBack(start.focus)
              setStanding({ is: 'view' })
              onLeft?.()
            }}
          />
        </Suspense>
      </div>
    )
  }
  return (
    <div ref={region} className={classes.place} data-saving={standing.is === 'saving' || undefined}>
      {children(open)}
      {standing.is === 'refused' && (
        <RefusalNote
          error={standing.error}
          onAgain={() => reopen(standing.edit, standing.error)}
          onClose={() => setStanding({ is: 'view' })}
        />
      )}
      {standing.is === 'conflict' && (
        <Suspense>
          <EditConflict
            edit={standing.edit}
            theirs={standing.theirs}
            onSave={send}
            onEdit={(edit) => reopen(edit, null)}
            onClose={() => setStanding({ is: 'view' })}
          />
        </Suspense>
      )}
      {standing.is !== 'view' && (
        <PlaceGuard dirty={isHeld} saving={standing.is === 'saving' ? standing.done : undefined} />
      )}
    </div>
  )
}

/** On its way, refused or in conflict: what was typed is in no record yet. */
const isHeld = () => true

function standingAfter(error: Error, edit: Edit): Standing {
  const theirs = currentOf(error)
  return theirs === null ? { is: 'refused', error, edit } : { is: 'conflict', theirs, edit }
}

/** Who left the field by a key goes on from where it stood. */
function useComeBack(is: Standing['is']) {
  const region = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (is === 'open' || wanted.current === null) return
    const place = wanted.current
    wanted.current = null
    const buttons = [...(region.current?.querySelectorAll<HTMLElement>('[data-edit]') ?? [])]
    const button = buttons.find(({ dataset }) => dataset.edit === place) ?? buttons[0]
    button?.focus({ preventScroll: true })
  }, [is])
  return {
    region,
    comeBack: (focus: string | null) => {
      wanted.current = focus ?? ''
    },
  }
}
