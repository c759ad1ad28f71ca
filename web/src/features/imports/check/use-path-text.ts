// What is read of a row that is no customer: a value by path, in words.
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import type { ImportField, ImportKind, PreviewRow } from '../imports.api.ts'
import { useFields } from './use-fields.ts'

type Stores = readonly Readonly<{ id: string; name: string }>[]
type Say = Readonly<{ t: TFunction; format: ReturnType<typeof useFormat>; stores: Stores }>

export function usePathText(
  kind: ImportKind,
): (fields: PreviewRow['fields'], path: string) => readonly string[] {
  const { t } = useTranslation()
  const format = useFormat()
  const stores = useQuery(storesQuery).data
  const fields = useFields(kind)
  return useMemo(() => {
    const byPath = new Map(fields.map((field) => [field.path, field]))
    const say = { t, format, stores: stores ?? [] }
    return (values, path) => {
      const value = values[path]
      return value === undefined || value === null ? [] : [valueText(value, byPath.get(path), say)]
    }
  }, [t, format, stores, fields])
}

function valueText(value: unknown, field: ImportField | undefined, { t, format, stores }: Say): string {
  const text = String(value)
  switch (field?.cell) {
    case 'amount':
      return format.money({ amount: Number(value), currency: format.currency })
    case 'decimal':
      return field.path === 'items.unitPrice'
        ? format.price({ price: text, currency: format.currency })
        : format.decimal(text)
    case 'rate':
      return format.percent(text)
    case 'instant':
      return format.dateTime(text)
    case 'day':
      return format.day(text)
    case 'yesNo':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'store':
      return stores.find(({ id }) => id === text)?.name ?? text
    case 'choice':
      return choiceText(t, field.path, text)
    default:
      return text
  }
}

const choices: Readonly<Record<string, string>> = {
  kind: 'orders.kinds',
  channel: 'orders.channels',
  status: 'orders.statuses',
  'payments.method': 'orders.payments.methods',
  sentiment: 'importFields.sentiments',
}

/** The word that the order or the review itself shows. */
export const choiceText = (t: TFunction, path: string, value: string): string =>
  t(`${choices[path]}.${value}` as 'orders.kinds.sale', { defaultValue: value })
