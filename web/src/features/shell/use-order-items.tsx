import { IconReceipt } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../api/client.ts'
import { useCan } from '../../api/session.ts'
import { useFormat } from '../../ui/format-context.tsx'
import type { PaletteItem } from './palette-option.tsx'

/** Orders whose number begins with what was typed; only what has a digit can be a number. */
export function useOrderItems(q: string) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const format = useFormat()
  const isAsked = useCan()('orders.read') && /\d/.test(q)
  const hits = useQuery({
    queryKey: ['orders', 'palette', q],
    queryFn: ({ signal }) => send(api.GET('/api/v1/orders', { signal, params: { query: { q, limit: 5 } } })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const found = isAsked ? (hits.data?.items ?? []) : []
  const items = found.map((order): PaletteItem => {
    const { id, number, receiptNumber, externalId, customer, localDay, total, currency } = order
    return {
      id,
      group: 'orders',
      label: t('shell.palette.order', { number: number ?? receiptNumber ?? externalId }),
      detail: [customer?.name, format.day(localDay), format.money({ amount: total, currency })]
        .filter(Boolean)
        .join(' · '),
      icon: <IconReceipt size={19} stroke={1.6} />,
      run: () => void navigate({ to: '/orders/$orderId', params: { orderId: id } }),
    }
  })
  return { items, isSearching: isAsked && hits.isFetching, failed: isAsked && hits.isError }
}
