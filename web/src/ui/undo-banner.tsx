import { Button } from '@mantine/core'
import { dismiss, notifySuccess } from './notify.tsx'

/** The banner of something done, with the one click that takes it back. */
export function notifyWithUndo(text: string, label: string, undo: (() => void) | null): void {
  if (undo === null) {
    notifySuccess(text)
    return
  }
  const id = notifySuccess(
    text,
    <Button
      variant="light"
      size="compact-sm"
      ml={4}
      onClick={() => {
        dismiss(id)
        undo()
      }}
    >
      {label}
    </Button>,
  )
}
