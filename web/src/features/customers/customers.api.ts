// Reads and writes of one customer, shared by form, record and list. Every key begins with 'customers', so that an
// event of the server makes all of them read anew.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ifMatch, send } from '../../api/client.ts'
import { hasStatus, isApiError } from '../../api/problem.ts'
import type { Answer, Sent } from '../../api/types.ts'

export type Customer = Answer<'/api/v1/customers/{id}', 'get'>
export type CustomerType = Customer['type']
export type CustomerBody = Sent<'/api/v1/customers', 'post'>
export type CustomAttribute = Answer<'/api/v1/custom-attributes', 'get'>['items'][number]

const at = (id: string) => ({ params: { path: { id } } })

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'record', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/customers/{id}', { signal, ...at(id) })),
  })

/** What hangs on a customer, for the question before a delete. */
export const dependentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'dependents', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/customers/{id}/dependents', { signal, ...at(id) })),
    staleTime: 0,
  })

export const createCustomer = (body: CustomerBody) => send(api.POST('/api/v1/customers', { body }))

export const updateCustomer = ({ id, version, body }: { id: string; version: number; body: CustomerBody }) =>
  send(api.PATCH('/api/v1/customers/{id}', { ...at(id), ...ifMatch(version), body }))

/** Of a refused update: the customer as somebody else saved it meanwhile; null when it was refused for another reason. */
export const currentOf = (error: unknown): Customer | null =>
  hasStatus(error, 412) && isApiError(error) ? (error.problem.current as Customer) : null

const inactivateCustomer = (id: string) => send(api.DELETE('/api/v1/customers/{id}', at(id)))
const restoreCustomer = (id: string) => send(api.POST('/api/v1/customers/{id}/restore', at(id)))

export const useInactivateCustomer = () => useCustomerMutation(inactivateCustomer)
export const useRestoreCustomer = () => useCustomerMutation(restoreCustomer)

function useCustomerMutation<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['customers'] }),
  })
}
