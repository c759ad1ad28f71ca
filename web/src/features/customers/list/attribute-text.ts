import type { TFunction } from 'i18next'
import type { useFormat } from '../../../ui/format-context.tsx'
import type { CustomAttribute } from '../customers.api.ts'

type Format = Pick<ReturnType<typeof useFormat>, 'number' | 'money' | 'day'>

/** A value of the merchant's own field as text. What does not fit its kind any more is shown as it is. */
export function attributeText(
  { kind }: Pick<CustomAttribute, 'kind'>,
  value: unknown,
  { t, format }: Readonly<{ t: TFunction; format: Format }>,
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'number') return kind === 'number' ? format.number(value) : String(value)
  if (typeof value === 'string') return kind === 'date' ? format.day(value) : value
  return isMoney(value) ? format.money(value) : JSON.stringify(value)
}

const isMoney = (value: object): value is { amount: number; currency: string } =>
  'amount' in value &&
  typeof value.amount === 'number' &&
  'currency' in value &&
  typeof value.currency === 'string'
