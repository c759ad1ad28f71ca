import { createContext, use } from 'react'
import type { Customer } from '../../customers.api.ts'

type InPlaceFacts = Readonly<{
  customer: Customer
  /** Somebody who may only read sees values and nothing to press. */
  mayWrite: boolean
  /** For those who do not see that a value has changed. */
  say: (words: string) => void
}>

const InPlaceContext = createContext<InPlaceFacts | null>(null)
export const InPlaceProvider = InPlaceContext.Provider

export function useInPlace(): InPlaceFacts {
  const facts = use(InPlaceContext)
  if (facts === null) throw new Error('what is edited in place stands in a record')
  return facts
}
