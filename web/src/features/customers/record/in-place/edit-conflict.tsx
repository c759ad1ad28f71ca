import { useReturnFocus } from '../../../../ui/use-return-focus.ts'
import type { Customer } from '../../customers.api.ts'
import { ConflictDialog } from '../../form/conflict-dialog.tsx'
import { type Edit, editOf } from './save-edit.ts'

type Props = Readonly<{
  edit: Edit
  theirs: Customer
  onSave: (edit: Edit) => void
  onEdit: (edit: Edit) => void
  onClose: () => void
}>

/** Somebody else changed the same field: both values, and the choice. Closing it leaves theirs. */
export function EditConflict({ edit, theirs, onSave, onEdit, onClose }: Props) {
  const { base, values, place } = edit
  useReturnFocus()
  return (
    <ConflictDialog
      base={base}
      mine={values}
      theirs={theirs}
      place={place}
      pending={false}
      isInPlace
      onSave={(merged) => onSave(editOf(theirs, merged, place))}
      onApply={(merged) => onEdit(editOf(theirs, merged, place))}
      onClose={onClose}
    />
  )
}
