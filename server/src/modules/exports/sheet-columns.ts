/**
 * The columns of a spreadsheet: a path of the wire and the SQL of its text, over `c`, a row of customers, the lists
 * (lists.ts) and `w`, wire fields that other parts compute. What comes back when the file is imported is in it when
 * nobody chooses; the rest is there to be asked for.
 */
import { minorDigits } from '../../kernel/money.ts'
import { addressMembers, type ListName } from './lists.ts'

export type Column = {
  readonly path: string
  /** What stands above it, where that is not the path: a merchant's own word. */
  readonly header?: string
  /** Text in PostgreSQL, whatever it may begin with. */
  readonly sql: string
  /** `text` may hold anything; `plain` cannot begin a formula; `number` is one in a spreadsheet. */
  readonly kind: 'text' | 'plain' | 'number'
  /** Without it the cell is empty: asked once, before all else. */
  readonly when?: string
  readonly list?: ListName
  /** A field of the wire that `w` must have. */
  readonly wire?: string
  readonly isExtra?: true
}

export type AttributeKind = { readonly key: string; readonly kind: string }

/** In the order of the file. */
export function sheetColumns(currency: string, attributes: readonly AttributeKind[]): readonly Column[] {
  const amount = moneyText(currency)
  return [
    ...names,
    ...contact,
    ...person,
    ...consentColumns,
    ...lists,
    ...billing(amount),
    ...attributes.map((attribute) => attributeColumn(attribute, amount)),
    ...history,
    ...extras(amount),
  ]
}

/** What stands above the column, safe for a spreadsheet. */
export const headerOf = ({ header, path }: Column): string =>
  header === undefined ? path : /^'?[-=+@\t\r]/.test(header) ? `'${header}` : header

/** A value that a spreadsheet would run, or that looks guarded already, gets one apostrophe; our import takes one away. */
export function guarded(text: string): string {
  // Letters are told apart first and at once: of half a microsecond for a cell this leaves a twentieth.
  return `case when ${text} collate "C" < 'A' then case when ascii(${text}) in (9, 13, 43, 45, 61, 64)
    or ${text} ~ '^''+[-=+@\\t\\r]' then '''' || ${text} else ${text} end else ${text} end`
}

/** The text of a column's cell, safe for a spreadsheet. */
export function safe({ kind, sql, when }: Column): string {
  const cell = kind === 'plain' ? sql : guarded(`(${sql})`)
  return when === undefined ? cell : `case when ${when} then ${cell} end`
}

/** The text as it is. */
export function bare({ sql, when }: Column): string {
  return when === undefined ? sql : `case when ${when} then ${sql} end`
}

const text = (path: string, sql: string): Column => ({ path, sql, kind: 'text' })
const plain = (path: string, sql: string): Column => ({ path, sql, kind: 'plain' })
const flag = (path: string, column: string) =>
  plain(path, `case when c.${column} then 'true' else 'false' end`)
const instant = (path: string, column: string) =>
  plain(path, `to_char(c.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
/** Absent when empty: an empty list is an empty cell. */
const texts = (path: string, column: string) =>
  ({ ...plain(path, `to_json(c.${column})::text`), when: `c.${column} <> '{}'` }) as const
const listed = (path: ListName): Column => ({ ...plain(path, `${path}.list`), list: path })

const twoDigits = Array.from({ length: 31 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`)
/** Looked up: to_char takes four times as long. */
const dateOfBirth = `coalesce(lpad(c.birth_year::text, 4, '0'), '-') || ('{${twoDigits}}'::text[])[c.birth_month]
  || ('{${twoDigits}}'::text[])[c.birth_day]`

/** Without two members that only we need. Most customers have one phone, which is put together by hand. */
const onePhone = `'[{"kind":"' || (c.phones -> 0 ->> 'kind') || '","number":' || to_json(c.phone)::text
  || coalesce(',"extension":' || to_json(c.phones -> 0 ->> 'extension')::text, '')
  || ',"valid":' || (c.phones -> 0 ->> 'valid') || ',"isPrimary":true}]'`
const phones = `case jsonb_array_length(c.phones) when 1 then ${onePhone}
  else (select jsonb_agg(p - '{digits,country}'::text[] order by n)::text
          from jsonb_array_elements(c.phones) with ordinality as listed(p, n)) end`

const managerName =
  '(select m.display_name from customers m where m.merchant_id = c.merchant_id and m.id = c.manager_id)'

const names: readonly Column[] = [
  plain('id', 'c.id'),
  plain('type', 'c.type'),
  text('number', 'c.number'),
  text('salutation', 'c.salutation'),
  text('firstName', 'c.first_name'),
  text('middleName', 'c.middle_name'),
  text('lastName', 'c.last_name'),
  text('nickname', 'c.nickname'),
  text('businessName', 'c.business_name'),
  text('registrationNumber', 'c.registration_number'),
  text('taxId', 'c.tax_id'),
  flag('taxExempt', 'tax_exempt'),
  text('industry', 'c.industry'),
  plain('manager.id', 'c.manager_id'),
  { ...text('manager.name', managerName), when: 'c.manager_id is not null' },
]

const contact: readonly Column[] = [
  text('email', 'c.email'),
  texts('additionalEmails', 'additional_emails'),
  text('phone', 'c.phone'),
  { ...plain('phones', phones), when: 'c.phone is not null' },
  text('website', 'c.website'),
]

const person: readonly Column[] = [
  text('gender', 'c.gender'),
  { ...text('dateOfBirth', dateOfBirth), when: 'c.birth_month is not null' },
  plain('anniversary', 'c.anniversary'),
  plain('nationality', 'c.nationality'),
  text('idNumber', 'c.id_number'),
  text('preferredLanguage', 'c.preferred_language'),
  text('gateCode', 'c.gate_code'),
  text('notes', 'c.notes'),
  plain('accountType', 'c.account_type'),
  plain('status', 'c.status'),
  flag('doNotServe.value', 'do_not_serve'),
  text('doNotServe.reason', 'c.do_not_serve_reason'),
  text('salesperson', 'c.salesperson'),
]

const consentColumns: readonly Column[] = ['email', 'sms', 'call'].flatMap((channel) =>
  (['state', 'at', 'source'] as const).map((member) => ({
    path: `consent.${channel}.${member}`,
    sql: `(c.consent -> '${channel}' ->> '${member}')`,
    kind: member === 'source' ? 'text' : 'plain',
  })),
)

const lists: readonly Column[] = [
  listed('tags'),
  listed('organizations'),
  listed('stores'),
  listed('addresses'),
  listed('externalIds'),
]

type Amount = (minor: string) => string

/** Minor units as people write them: with the decimals that the currency has. */
function moneyText(currency: string): Amount {
  const digits = minorDigits(currency)
  return (minor) => (digits === 0 ? `(${minor})::text` : `round((${minor}) / 1e${digits}, ${digits})::text`)
}

const billing = (amount: Amount): readonly Column[] => [
  flag('billing.onAccount', 'billing_on_account'),
  flag('billing.onHold', 'billing_on_hold'),
  flag('billing.requirePurchaseOrder', 'billing_require_purchase_order'),
  {
    ...plain(
      'billing.discountPercent',
      `case c.billing_discount_percent when 0 then '0' else trim_scale(c.billing_discount_percent)::text end`,
    ),
    kind: 'number',
  },
  flag('billing.noMinimumOrder', 'billing_no_minimum_order'),
  flag('billing.noDeliveryCharge', 'billing_no_delivery_charge'),
  text('billing.paymentTerms', 'c.billing_payment_terms'),
  {
    ...plain('billing.creditLimit', amount('c.billing_credit_limit')),
    kind: 'number',
    when: 'c.billing_credit_limit is not null',
  },
  text('billing.invoiceNotes', 'c.billing_invoice_notes'),
  texts('billing.invoiceEmails', 'billing_invoice_emails'),
]

/** Keys are letters, digits and underscores (custom_attributes), so that they can stand in the text. */
function attributeColumn({ key, kind }: AttributeKind, amount: Amount): Column {
  if (!/^\w+$/.test(key)) throw new Error(`${key} is no key of an attribute`)
  const value = `c.attributes -> '${key}'`
  const path = `attributes.${key}`
  if (kind === 'money')
    return {
      path,
      sql: amount(`(${value} ->> 'amount')::numeric`),
      when: `${value} is not null`,
      kind: 'number',
    }
  const sql = `(c.attributes ->> '${key}')`
  return { path, sql, kind: kind === 'number' ? 'number' : plainKinds.has(kind) ? 'plain' : 'text' }
}

/** A list begins with a bracket. */
const plainKinds: ReadonlySet<string> = new Set(['date', 'yesNo', 'choices'])

const history: readonly Column[] = [
  instant('registeredAt', 'registered_at'),
  instant('lastLoginAt', 'last_login_at'),
  instant('lastActivityAt', 'last_activity_at'),
  instant('lastPasswordResetAt', 'last_password_reset_at'),
  plain('customerSince', 'nullif(c.customer_since, c.unknown_since)'),
  instant('inactivatedAt', 'inactivated_at'),
]

/** Computed: for reading, not for importing. */
function extras(amount: Amount): readonly Column[] {
  const of = (path: string, kind: Column['kind'] = 'text'): Column => {
    const [wire, member] = path.split('.') as [string, string | undefined]
    return {
      path,
      wire,
      kind,
      sql: member === undefined ? `w."${wire}"::text` : `(w."${wire}" ->> '${member}')`,
      isExtra: true,
    }
  }
  const money = (path: string): Column => ({
    ...of(path, 'number'),
    sql: amount(
      `(w."${path.split('.')[0]}"${path.includes('.') ? " -> 'value'" : ''} ->> 'amount')::numeric`,
    ),
  })
  return [
    of('displayName'),
    ...addressMembers.map(
      ([name, column]): Column => ({
        ...text(`address.${name}`, `address.${column}`),
        list: 'address',
        isExtra: true,
      }),
    ),
    ...['state', 'since', 'text'].map((member) => of(`activity.${member}`)),
    ...['snoozedUntil', 'giftCardNumber', 'firstOrderAt', 'lastOrderAt'].map((field) => of(field)),
    of('loyalty.enrolled'),
    of('loyalty.enrolledAt'),
    of('loyalty.code'),
    of('loyalty.points', 'number'),
    money('loyalty.value'),
    ...['orders', 'visits'].map((field) => of(field, 'number')),
    ...['revenue4w', 'revenue3m', 'revenue6m', 'revenueTotal', 'balanceDue'].map(money),
    ...['count', 'positive', 'negative'].map((member) => of(`reviews.${member}`, 'number')),
    ...['photoUrl', 'createdAt', 'updatedAt'].map((field) => of(field)),
    of('version', 'number'),
  ]
}
