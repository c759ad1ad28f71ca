// What was agreed with them: consent, billing, whether they are served.
import { readInstant } from './cells/date.rules.ts'
import { readEmails } from './cells/email.rules.ts'
import { readDecimal, readMoney } from './cells/number.rules.ts'
import { readConsent } from './cells/words.rules.ts'
import { agree, type ColumnReading, type RowDraft, warn } from './row-draft.ts'
import { fitting, noDay, type Setter, setFlag } from './setter.ts'

export const setConsent: Setter = (draft, text, column) => {
  const state = readConsent(text)
  if (state === null)
    warn(draft, column.header, text, { code: 'consent.unreadable', message: 'says neither yes nor no' })
  else agree(draft, channelOf(column.path), { state })
}

/** Not to have opted out is not to have agreed. */
export const setOptOut: Setter = (draft, text, column) =>
  setFlag(draft, text, column, (isOut) => {
    if (isOut) agree(draft, channelOf(column.path), { state: 'out' })
  })

export const setConsentDetail: Setter = (draft, text, column) => {
  const channel = channelOf(column.path)
  const details = draft.agreed.get(channel) ?? {}
  draft.agreed.set(channel, details)
  if (column.path.endsWith('.source')) {
    const source = fitting(draft, text, column, 200)
    if (source !== null) details.source = source
    return
  }
  const at = readInstant(text, column.order, column.options.timeZone)
  if (at === null) warn(draft, column.header, text, noDay)
  else details.at = at
}

/** Where nothing was said there is nothing to say of it. */
export function finishConsent({ fields, agreed }: RowDraft): void {
  for (const [channel, details] of agreed) {
    const consent = fields.consent?.[channel]
    if (consent !== undefined && consent.state !== 'unknown') Object.assign(consent, details)
  }
}

const channelOf = (path: string) => path.split('.')[1] as 'email' | 'sms' | 'call'

type BillingFlag = 'onAccount' | 'onHold' | 'requirePurchaseOrder' | 'noMinimumOrder' | 'noDeliveryCharge'

export const setBillingFlag: Setter = (draft, text, column) =>
  setFlag(draft, text, column, (flag) => {
    billingOf(draft)[column.path.slice('billing.'.length) as BillingFlag] ??= flag
  })

function billingOf(draft: RowDraft) {
  draft.fields.billing ??= {}
  return draft.fields.billing
}

function setBillingText(
  draft: RowDraft,
  text: string,
  column: ColumnReading,
  key: 'paymentTerms' | 'invoiceNotes',
): void {
  const fitted = fitting(draft, text, column, key === 'paymentTerms' ? 1000 : 20_000)
  if (fitted !== null) billingOf(draft)[key] ??= fitted
}

function setDoNotServe(
  draft: RowDraft,
  member: { readonly value?: boolean; readonly reason?: string },
): void {
  draft.fields.doNotServe = { ...member, ...draft.fields.doNotServe }
}

export const termSetters: Readonly<Record<string, Setter>> = {
  'doNotServe.value': (draft, text, column) =>
    setFlag(draft, text, column, (value) => setDoNotServe(draft, { value })),
  'doNotServe.reason': (draft, text, column) => {
    const reason = fitting(draft, text, column, 1000)
    if (reason !== null) setDoNotServe(draft, { reason })
  },
  'billing.paymentTerms': (draft, text, column) => setBillingText(draft, text, column, 'paymentTerms'),
  'billing.invoiceNotes': (draft, text, column) => setBillingText(draft, text, column, 'invoiceNotes'),
  'billing.discountPercent': (draft, text, column) => {
    const decimal = readDecimal(text, column.mark)
    const percent = decimal === null ? Number.NaN : Math.round(Number(decimal) * 100) / 100
    if (percent >= 0 && percent <= 100) billingOf(draft).discountPercent ??= percent
    else
      warn(draft, column.header, text, {
        code: 'number.unreadable',
        message: 'is not a percentage from 0 to 100',
      })
  },
  'billing.creditLimit': (draft, text, column) => {
    const { currency } = column.options.context
    const amount = readMoney(text, column.mark, currency)
    if (amount === null || amount < 0)
      warn(draft, column.header, text, { code: 'money.unreadable', message: 'is not an amount of money' })
    else billingOf(draft).creditLimit ??= { amount, currency }
  },
  'billing.invoiceEmails': (draft, text, column) => {
    const { emails, problem } = readEmails(text)
    if (problem !== null) warn(draft, column.header, text, problem)
    if (emails.length > 0)
      billingOf(draft).invoiceEmails = [...new Set([...(billingOf(draft).invoiceEmails ?? []), ...emails])]
  },
}
