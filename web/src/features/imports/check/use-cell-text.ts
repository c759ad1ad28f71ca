// What is read of a row, in the words in which the record will show it.
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useFormat, usePhoneFormat } from '../../../ui/format-context.tsx'
import type { PreviewRow } from '../imports.api.ts'
import type { PreviewColumn } from './preview-cells.ts'
import { targetText } from './target-text.ts'

export function useColumnText(): (column: PreviewColumn) => string {
  const { t } = useTranslation()
  const attributes = useQuery(customAttributesQuery).data ?? []
  return (column) => {
    if (column === 'name') return t('customerFields.displayName')
    if (column === 'phone') return t('customerFields.phone')
    if (column === 'externalIds') return t('imports.targets.externalId')
    return targetText(t, column, { kind: 'customers', attributes })
  }
}

type Format = ReturnType<typeof useFormat>
type Fields = PreviewRow['fields']
type Members = Readonly<Record<string, unknown>>
type Say = Readonly<{ t: TFunction; format: Format; phone: (number: string) => string }>

/** The lines of a cell; none when there is nothing. */
export function useCellText(): (fields: Fields, column: PreviewColumn) => readonly string[] {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhoneFormat()
  return useMemo(() => {
    const say = { t, format, phone }
    return (fields, column) => [...new Set(linesOf(fields, column, say).filter((line) => line !== ''))]
  }, [t, format, phone])
}

function linesOf(fields: Fields, column: PreviewColumn, say: Say): readonly string[] {
  const lines = columns[column]
  if (lines !== undefined) return lines(fields, say)
  const own = /^attributes\.(.+)$/.exec(column)?.[1]
  if (own !== undefined) return plain(members(fields.attributes)[own], say)
  return plain(fields[column], say, column)
}

type Lines = (fields: Fields, say: Say) => readonly string[]

const columns: Readonly<Record<PreviewColumn, Lines>> = {
  name: (fields, { t }) => [nameOf(fields), t(`customerList.type.${isBusiness(fields)}`)],
  email: (fields) => [text(fields.email), ...list(fields.additionalEmails).map(text)],
  phone: (fields, say) => list(fields.phones).map((one) => phoneOf(members(one), say)),
  addresses: (fields, { format }) => list(fields.addresses).map((one) => addressOf(members(one), format)),
  organizations: (fields) => list(fields.organizations).map((one) => organizationOf(members(one))),
  contact: (fields, say) => contactOf(members(fields.contact), say),
  tags: (fields) => [list(fields.tags).map(text).join(', ')],
  stores: (fields) => list(fields.stores).map((one) => text(members(one).name)),
  externalIds: (fields) => Object.values(members(fields.externalIds)).map(text),
  consent: (fields, { t }) =>
    Object.entries(members(fields.consent)).map(([channel, said]) => consentOf(t, channel, members(said))),
  nationality: (fields, { format }) => [place(text(fields.nationality), format)],
}

const isBusiness = ({ type }: Fields) => (type === 'business' ? 'business' : 'personal')

function nameOf({ salutation, firstName, middleName, lastName, businessName, nickname }: Fields): string {
  const person = [salutation, firstName, middleName, lastName].map(text).filter(Boolean).join(' ')
  return person || text(businessName) || text(nickname)
}

function phoneOf({ number, extension }: Members, { t, phone }: Say): string {
  const shown = phone(text(number))
  const more = text(extension)
  return more === '' ? shown : `${shown} ${t('customerFields.extension', { extension: more })}`
}

function addressOf(address: Members, format: Format): string {
  const { line1, line2, postalCode, city, state, country, countryText } = address
  const town = [postalCode, city].map(text).filter(Boolean).join(' ')
  const land = text(country) === '' ? text(countryText) : place(text(country), format)
  return [text(line1), text(line2), town, text(state), land].filter(Boolean).join(', ')
}

const organizationOf = ({ name, title, number }: Members) =>
  [text(name) || text(number), text(title)].filter(Boolean).join(' · ')

function contactOf(contact: Members, say: Say): readonly string[] {
  const phones = list(contact.phones).map((one) => phoneOf(members(one), say))
  return [nameOf(contact), text(contact.title), text(contact.email), ...phones]
}

function consentOf(t: TFunction, channel: string, { state }: Members): string {
  const name = t(`customerFields.channels.${channel}` as 'customerFields.channels.email')
  const answer = t(`customerFields.consentStates.${text(state)}` as 'customerFields.consentStates.in')
  return `${name}: ${answer}`
}

/** Of whatever has no words of its own: days, moments, amounts, yes and no, and the parts of what has parts. */
function plain(value: unknown, say: Say, name = ''): readonly string[] {
  const { t, format } = say
  if (typeof value === 'boolean') return [t(value ? 'common.yes' : 'common.no')]
  if (typeof value === 'number') return [format.number(value)]
  if (Array.isArray(value)) return [value.map((one) => plain(one, say).join(' ')).join(', ')]
  if (typeof value === 'object' && value !== null) return ofParts(members(value), say)
  const words = text(value)
  const known = wordOf(t, name, words)
  if (known !== null) return [known]
  if (/^(?:\d{4}|-)-\d{2}-\d{2}$/.test(words)) return [format.day(words)]
  return [/^\d{4}-\d{2}-\d{2}T/.test(words) ? format.dateTime(words) : words]
}

function ofParts(value: Members, say: Say): readonly string[] {
  const { amount, currency } = value
  if (typeof amount === 'number' && typeof currency === 'string')
    return [say.format.money({ amount, currency })]
  return Object.entries(value).map(([part, one]) => {
    const label = say.t(`customerFields.parts.${part}` as 'customerFields.parts.onAccount')
    return `${label}: ${plain(one, say).join(' ')}`
  })
}

/** Fields whose value is one of a few words. */
function wordOf(t: TFunction, name: string, value: string): string | null {
  const group = { status: 'statuses', accountType: 'accountTypes' }[name]
  return group === undefined
    ? null
    : t(`customerFields.${group}.${value}` as 'customerFields.statuses.active')
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const members = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {}

function place(code: string, format: Format): string {
  try {
    return code === '' ? '' : format.countryName(code)
  } catch {
    return code
  }
}
