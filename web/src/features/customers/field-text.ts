// A value of the wire as people read it: in the history of a record, and where two versions of it stand side by side.
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../api/queries.ts'
import type { Money } from '../../kernel/format.ts'
import { useFormat, usePhoneFormat } from '../../ui/format-context.tsx'
import { useSourceText } from '../../ui/source-names.ts'
import { addressLines } from './address-layouts.ts'
import { useOrganizationsWord } from './use-organizations-word.ts'

type Wire = Readonly<Record<string, unknown>>
type Show = (value: unknown) => string
/** One line of what changed: a field, or a part of it. */
export type Difference = Readonly<{ label: string; before: string; after: string }>

type Words = Readonly<{
  t: TFunction
  format: ReturnType<typeof useFormat>
  phone: (number: string) => string
  organizations: string
  attributeLabel: (key: string) => string
  sourceText: (source: string) => string
}>

const partsOfBilling = [
  'onAccount',
  'onHold',
  'requirePurchaseOrder',
  'discountPercent',
  'noMinimumOrder',
  'noDeliveryCharge',
  'paymentTerms',
  'creditLimit',
  'invoiceNotes',
  'invoiceEmails',
] as const
const channels = ['email', 'sms', 'call'] as const

type WithIds = Readonly<{ externalIds?: unknown }> | null | undefined

/** `shown`: what may have ids of other systems. The file of a made-up name is asked for only where one stands. */
export function useFieldText(...shown: readonly WithIds[]) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhoneFormat()
  const organizations = useOrganizationsWord()
  const sourceText = useSourceText(shown.flatMap((one) => Object.keys(one?.externalIds ?? {})))
  const { data: attributes } = useQuery(customAttributesQuery)
  return useMemo(() => {
    const attributeLabel = (key: string) => attributes?.find((one) => one.key === key)?.label ?? key
    const words: Words = { t, format, phone, organizations, attributeLabel, sourceText }
    const plain = plainText(words)
    const shown = { ...simpleTexts(words), ...listTexts(words), ...partedTexts(words, plain) }
    const text = (field: string, value: unknown): string =>
      value === null || value === undefined ? '' : (shown[field] ?? plain)(value)
    return { label: labels(words), text, differences: differencesBy(words, plain, text) }
  }, [t, format, phone, organizations, attributes, sourceText])
}

function labels({ t, organizations }: Words): (field: string) => string {
  return (field) => {
    if (field === 'organizations') return organizations
    const text: unknown = t(`customerFields.${field}` as never, { defaultValue: field } as never)
    return typeof text === 'string' ? text : field
  }
}

/** Whatever it is: most values say themselves. */
function plainText({ t, format }: Words): Show {
  const plain: Show = (value) => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (typeof value === 'number') return format.number(value)
    if (Array.isArray(value)) return value.map(plain).join(', ')
    if (typeof value === 'string') return isDay(value) ? format.day(value) : value
    if (isMoney(value)) return format.money(value)
    const { name } = value as { name?: unknown }
    return typeof name === 'string' ? name : JSON.stringify(value)
  }
  return plain
}

function simpleTexts({ t, format, phone }: Words): Readonly<Record<string, Show>> {
  return {
    phone: (value) => phone(String(value)),
    nationality: (value) => format.countryName(String(value)),
    preferredLanguage: (value) => languageName(format.locale, String(value)),
    accountType: (value) => t(`customerFields.accountTypes.${value as 'guest'}`),
    status: (value) => t(`customerFields.statuses.${value as 'active'}`),
    type: (value) => t(`customerFields.types.${value as 'personal'}`),
    photoUrl: () => '',
  }
}

function listTexts({ t, format, phone }: Words): Readonly<Record<string, Show>> {
  const lines = (show: (item: Wire) => string): Show => {
    return (value) => (Array.isArray(value) ? value.map((item) => show(item as Wire)).join('\n') : '')
  }
  return {
    phones: lines(({ kind, number, extension }) => {
      const more = extension ? ` ${t('customerFields.extension', { extension: String(extension) })}` : ''
      return `${phone(String(number))}${more} (${t(`customerFields.phoneKinds.${kind as 'mobile'}`)})`
    }),
    addresses: lines((address) => {
      const whole = addressLines(address, format.country, format.countryName).join(', ')
      return address.label ? `${String(address.label)}: ${whole}` : whole
    }),
    organizations: lines(({ name, title }) => (title ? `${String(name)} (${String(title)})` : String(name))),
  }
}

function partedTexts({ t, attributeLabel, sourceText }: Words, plain: Show): Readonly<Record<string, Show>> {
  const entries = (label: (key: string) => string): Show => {
    return (value) =>
      Object.entries(value as Wire)
        .filter(([, one]) => !isBlank(one))
        .map(([key, one]) => `${label(key)}: ${plain(one)}`)
        .join('\n')
  }
  return {
    doNotServe: (value) => {
      const mark = value as { value: boolean; reason: string | null }
      return [plain(mark.value), mark.reason].filter(Boolean).join(': ')
    },
    consent: (value) =>
      channels
        .filter((channel) => channel in (value as Wire))
        .map((one) => `${t(`customerFields.channels.${one}`)}: ${consentText(t, (value as Wire)[one])}`)
        .join('\n'),
    billing: (value) =>
      partsOfBilling
        .filter((part) => !isBlank((value as Wire)[part]))
        .map((part) => `${t(`customerFields.parts.${part}`)}: ${plain((value as Wire)[part])}`)
        .join('\n'),
    attributes: entries(attributeLabel),
    externalIds: entries(sourceText),
  }
}

/** Fields made of parts are told part by part: the discount changed, not “the billing”. */
function differencesBy(words: Words, plain: Show, text: (field: string, value: unknown) => string) {
  const { t, attributeLabel } = words
  const label = labels(words)
  const parts = (was: Wire, is: Wire, name: (key: string) => string, show: Show, keys: readonly string[]) =>
    keys
      .map((key): Difference => ({ label: name(key), before: show(was[key]), after: show(is[key]) }))
      .filter((one) => one.before !== one.after)
  return (field: string, before: unknown, after: unknown): readonly Difference[] => {
    const was = isObject(before) ? before : {}
    const is = isObject(after) ? after : {}
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    switch (field) {
      case 'billing': {
        const name = (part: string) => t(`customerFields.parts.${part as 'onHold'}`)
        return parts(was, is, name, (value) => (isBlank(value) ? '' : plain(value)), partsOfBilling)
      }
      case 'consent': {
        const name = (one: string) => `${label(field)}, ${t(`customerFields.channels.${one as 'email'}`)}`
        return parts(was, is, name, (value) => consentText(t, value), channels)
      }
      case 'attributes':
        return parts(was, is, attributeLabel, plain, keys)
      case 'externalIds':
        return parts(was, is, words.sourceText, plain, keys)
      default:
        return [{ label: label(field), before: text(field, before), after: text(field, after) }]
    }
  }
}

function consentText(t: TFunction, value: unknown): string {
  const state = isObject(value) ? (value.state as 'in' | undefined) : undefined
  return t(`customerFields.consentStates.${state ?? 'unknown'}`)
}

export function languageName(locale: string, tag: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

const isObject = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isDay = (text: string) => /^(\d{4}|-)-\d{2}-\d{2}$/.test(text)
const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === 0 ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)
const isMoney = (value: unknown): value is Money =>
  isObject(value) && typeof value.amount === 'number' && typeof value.currency === 'string'
