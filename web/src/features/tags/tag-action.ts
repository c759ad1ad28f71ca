import type { Tag } from '../../api/types.ts'

/** What the dialog in view is for. */
export type TagAction =
  | Readonly<{ kind: 'create' }>
  | Readonly<{ kind: 'edit' | 'merge' | 'delete'; tag: Tag }>
