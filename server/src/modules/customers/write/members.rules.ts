// Fields that are objects merge member by member; null empties a member, or all of them.
import type { Draft, Facts, Faults } from './draft.ts'
import { blame, emptyDraft } from './draft.ts'
import { filled, readEmails, readInstant } from './text.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

const MAX_EXTERNAL_IDS = 50

export function applyMembers(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  applyDoNotServe(draft, write)
  applyConsent(draft, write, facts, faults)
  applyBilling(draft, write, facts, faults)
  applyExternalIds(draft, write, faults)
  if (write.attributes === undefined) return
  const read = facts.attributes.read(write.attributes ?? nulled(draft.attributes))
  faults.push(...read.faults.map((fault) => ({ ...fault, path: `attributes.${fault.path}` })))
  draft.attributes = merged(draft.attributes, read.values)
}

function applyDoNotServe(draft: Draft, write: CustomerWrite): void {
  if (write.doNotServe === undefined) return
  const { value, reason } = write.doNotServe ?? { value: false, reason: null }
  draft.doNotServe = {
    value: value === undefined ? draft.doNotServe.value : value === true,
    reason: reason === undefined ? draft.doNotServe.reason : filled(reason),
  }
}

function applyConsent(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  if (write.consent === undefined) return
  const unknown = { state: 'unknown', at: null, source: null } as const
  const consent = { ...draft.consent }
  for (const channel of ['email', 'sms', 'call'] as const) {
    const written = write.consent === null ? null : write.consent[channel]
    if (written === undefined) continue
    const stays = written !== null && written.state === consent[channel].state
    const said = written?.at ? readInstant(written.at, `consent.${channel}.at`, faults) : null
    const at = said ?? (stays ? consent[channel].at : facts.now.toISOString())
    const source =
      filled(written?.source ?? null) ??
      (stays ? consent[channel].source : facts.actor === 'user' ? 'manual' : 'api')
    consent[channel] =
      written === null || written.state === 'unknown' ? unknown : { state: written.state, at, source }
  }
  draft.consent = consent
}

function applyBilling(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  if (write.billing === undefined) return
  const none = emptyDraft('business').billing
  const written = write.billing ?? none
  const billing = { ...draft.billing }
  for (const key of [
    'onAccount',
    'onHold',
    'requirePurchaseOrder',
    'noMinimumOrder',
    'noDeliveryCharge',
  ] as const) {
    if (written[key] !== undefined) billing[key] = written[key] === true
  }
  for (const key of ['paymentTerms', 'invoiceNotes'] as const)
    if (written[key] !== undefined) billing[key] = filled(written[key])
  if (written.discountPercent !== undefined) {
    billing.discountPercent = written.discountPercent ?? 0
    if (Math.abs(Math.round(billing.discountPercent * 100) - billing.discountPercent * 100) > 1e-9) {
      blame(faults, 'billing.discountPercent', 'number.too_fine', 'must have at most two decimal places')
    }
  }
  if (written.invoiceEmails !== undefined)
    billing.invoiceEmails = readEmails(written.invoiceEmails, 'billing.invoiceEmails', faults)
  if (written.creditLimit !== undefined) {
    const { currency } = facts.merchant
    if ((written.creditLimit?.currency ?? currency) !== currency) {
      blame(faults, 'billing.creditLimit.currency', 'currency.other', `must be ${currency}`)
    }
    billing.creditLimit = written.creditLimit && { amount: written.creditLimit.amount, currency }
  }
  draft.billing = billing
}

function applyExternalIds(draft: Draft, write: CustomerWrite, faults: Faults): void {
  if (write.externalIds === undefined) return
  draft.externalIds = merged(
    draft.externalIds,
    write.externalIds ?? nulled(draft.externalIds),
  ) as Draft['externalIds']
  if (Object.keys(draft.externalIds).length > MAX_EXTERNAL_IDS) {
    blame(faults, 'externalIds', 'field.maxProperties', `must have at most ${MAX_EXTERNAL_IDS} sources`)
  }
}

function merged(
  standing: Readonly<Record<string, unknown>>,
  written: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...standing, ...written }).filter(([, value]) => value !== null))
}

const nulled = (standing: object) => Object.fromEntries(Object.keys(standing).map((key) => [key, null]))
