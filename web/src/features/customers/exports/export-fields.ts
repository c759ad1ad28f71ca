// The fields that can be chosen for a file, by their names on the wire, in the order in which they are offered. Pure.

const groups = {
  name: [
    'id',
    'number',
    'type',
    'displayName',
    'salutation',
    'firstName',
    'middleName',
    'lastName',
    'nickname',
    'businessName',
    'registrationNumber',
    'taxId',
    'taxExempt',
    'industry',
    'manager',
  ],
  reach: ['email', 'additionalEmails', 'phone', 'phones', 'website'],
  address: ['address', 'addresses'],
  belonging: ['tags', 'stores', 'organizations', 'externalIds'],
  person: [
    'gender',
    'dateOfBirth',
    'anniversary',
    'nationality',
    'idNumber',
    'preferredLanguage',
    'gateCode',
  ],
  account: ['status', 'accountType', 'salesperson', 'notes', 'doNotServe', 'consent', 'billing'],
  figures: [
    'activity',
    'firstOrderAt',
    'lastOrderAt',
    'orders',
    'visits',
    'revenue4w',
    'revenue3m',
    'revenue6m',
    'revenueTotal',
    'reviews',
    'snoozedUntil',
  ],
  history: [
    'customerSince',
    'createdAt',
    'updatedAt',
    'registeredAt',
    'lastLoginAt',
    'lastActivityAt',
    'lastPasswordResetAt',
    'inactivatedAt',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type FieldGroup = keyof typeof groups | 'own'
export type FieldChoice = Readonly<{ field: string; label: string }>
export type FieldChoices = readonly Readonly<{ group: FieldGroup; choices: readonly FieldChoice[] }>[]

type Own = Readonly<{ key: string; label: string }>

/** The merchant's own fields stand before the history. */
export function fieldChoices(
  label: (field: string) => string,
  own: readonly Own[],
  hasReviews: boolean,
): FieldChoices {
  const offered = (Object.keys(groups) as (keyof typeof groups)[]).map((group) => ({
    group,
    choices: groups[group]
      .filter((field) => hasReviews || field !== 'reviews')
      .map((field) => ({ field, label: label(field) })),
  }))
  const history = offered.pop()
  const ownChoices = own.map(({ key, label: name }) => ({ field: `attributes.${key}`, label: name }))
  const ownGroup = ownChoices.length > 0 ? [{ group: 'own' as const, choices: ownChoices }] : []
  return [...offered, ...ownGroup, ...(history === undefined ? [] : [history])]
}

/** Those whose label holds what was typed. */
export function findFields(all: FieldChoices, typed: string): FieldChoices {
  const wanted = plain(typed.trim())
  if (wanted === '') return all
  return all
    .map(({ group, choices }) => ({
      group,
      choices: choices.filter(({ label }) => plain(label).includes(wanted)),
    }))
    .filter(({ choices }) => choices.length > 0)
}

/** In and out, in the order in which they are offered: so the file has them too. */
export function toggleFields(
  chosen: readonly string[],
  { all, fields, isOn }: Readonly<{ all: FieldChoices; fields: readonly string[]; isOn: boolean }>,
): readonly string[] {
  const next = new Set(isOn ? [...chosen, ...fields] : chosen.filter((field) => !fields.includes(field)))
  return all.flatMap(({ choices }) => choices.map(({ field }) => field)).filter((field) => next.has(field))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
