import type { ReactNode } from 'react'

export type Picked = Readonly<{ id: string; name: string }>

/** A field that finds customers; it belongs to another feature, and the route brings it. */
export type PickCustomer = (
  field: Readonly<{
    label: string
    placeholder: string
    without: readonly string[]
    /** In a dialog it is what one begins with. */
    'data-autofocus'?: boolean
    onPick: (customer: Picked) => void
  }>,
) => ReactNode
