// Edits on their way: shown as done while the server is asked, gone again when it refuses.
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { isApiError } from '../../../../api/problem.ts'
import { notifyError } from '../../../../ui/notify.tsx'
import { type Customer, customerQuery } from '../../customers.api.ts'
import { withBody } from './optimistic.ts'
import type { Edit } from './save-edit.ts'

const editKey = (id: string) => ['customer-edit', id] as const

/** The record with what is being saved. */
export function useShown(customer: Customer): Customer {
  const bodies = useMutationState({
    filters: { mutationKey: editKey(customer.id), status: 'pending' },
    select: ({ state }) => (state.variables as Edit).body,
  })
  return useMemo(() => bodies.reduce(withBody, customer), [bodies, customer])
}

type Outcome = Readonly<{ onSaved: () => void; onRefused: (error: Error, edit: Edit) => void }>

/** One edit of a record after the other. Who has gone on to another record is told of a refusal all the same. */
export function useSaveEdit(id: string, { onSaved, onRefused }: Outcome) {
  const queryClient = useQueryClient()
  const isThere = useIsThere()
  const { queryKey } = customerQuery(id)
  const keep = (customer: Customer) =>
    queryClient.setQueryData(queryKey, (now) =>
      now !== undefined && now.version > customer.version ? now : customer,
    )
  return useMutation({
    mutationKey: editKey(id),
    scope: { id: `record ${id}` },
    mutationFn: async (edit: Edit) => (await import('./save-edit.ts')).saveEdit(edit),
    onSuccess: (customer) => {
      keep(customer)
      for (const read of ['organizations-of', 'activities'])
        void queryClient.invalidateQueries({ queryKey: ['customers', read, id] })
      onSaved()
    },
    onError: (error, edit) => {
      if (isApiError(error) && error.problem.current !== undefined) keep(error.problem.current as Customer)
      if (isThere.current) onRefused(error, edit)
      else notifyError(error)
    },
  })
}

function useIsThere() {
  const isThere = useRef(true)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  return isThere
}
