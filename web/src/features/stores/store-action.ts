import type { Store } from '../../api/types.ts'

/** What the dialog in view is for. */
export type StoreAction = Readonly<{ kind: 'create' }> | Readonly<{ kind: 'edit' | 'close'; store: Store }>
