import { createFormContext } from '@mantine/form'
import { createContext, use } from 'react'
import type { CustomAttribute } from '../customers.api.ts'
import type { CustomerValues } from './values.ts'

export const [CustomerFormProvider, useCustomerForm, useForm] = createFormContext<CustomerValues>()
export type CustomerForm = ReturnType<typeof useForm>

/** What the fields must know besides their values. */
export type FormFacts = Readonly<{
  /** By the names of the wire: what Settings ask for of this type. */
  required: readonly string[]
  attributes: readonly CustomAttribute[]
  externalIds: Readonly<Record<string, string>>
}>

const FactsContext = createContext<FormFacts>({ required: [], attributes: [], externalIds: {} })
export const FactsProvider = FactsContext.Provider
export const useFacts = (): FormFacts => use(FactsContext)
export const useIsRequired = (field: string): boolean => useFacts().required.includes(field)
