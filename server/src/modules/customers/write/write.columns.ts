import { parseBirthday } from '../../../kernel/dates.ts'
import type { Draft } from './draft.ts'
import { storedPhones } from './phones.rules.ts'
import { primaryPhone, shownName } from './write.rules.ts'

/**
 * The columns of a draft. Always all of them: a statement for each combination of changed fields would be planned
 * and kept by the thousand, and columns set to what they hold keep the update as cheap (no index is touched).
 */
export function columnsOf(draft: Draft) {
  const birthday = draft.dateOfBirth === null ? null : parseBirthday(draft.dateOfBirth)
  return {
    type: draft.type,
    number: draft.number,
    display_name: shownName(draft),
    first_name: draft.firstName,
    middle_name: draft.middleName,
    last_name: draft.lastName,
    nickname: draft.nickname,
    salutation: draft.salutation,
    business_name: draft.businessName,
    registration_number: draft.registrationNumber,
    tax_id: draft.taxId,
    tax_exempt: draft.taxExempt,
    website: draft.website,
    industry: draft.industry,
    manager_id: draft.manager?.id ?? null,
    email: draft.email,
    additional_emails: draft.additionalEmails,
    phone: primaryPhone(draft),
    phones: JSON.stringify(storedPhones(draft.phones)),
    gender: draft.gender,
    birth_year: birthday?.year ?? null,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
    nationality: draft.nationality,
    id_number: draft.idNumber,
    anniversary: draft.anniversary,
    gate_code: draft.gateCode,
    notes: draft.notes,
    preferred_language: draft.preferredLanguage,
    account_type: draft.accountType,
    status: draft.status,
    do_not_serve: draft.doNotServe.value,
    do_not_serve_reason: draft.doNotServe.reason,
    consent: JSON.stringify(knownConsent(draft.consent)),
    ...billingColumns(draft.billing),
    attributes: JSON.stringify(draft.attributes),
    salesperson: draft.salesperson,
    registered_at: draft.registeredAt,
    last_login_at: draft.lastLoginAt,
    last_activity_at: draft.lastActivityAt,
    last_password_reset_at: draft.lastPasswordResetAt,
  }
}

const knownConsent = (consent: Draft['consent']) =>
  Object.fromEntries(Object.entries(consent).filter(([, { state }]) => state !== 'unknown'))

function billingColumns(billing: Draft['billing']) {
  return {
    billing_on_account: billing.onAccount,
    billing_on_hold: billing.onHold,
    billing_require_purchase_order: billing.requirePurchaseOrder,
    billing_discount_percent: billing.discountPercent,
    billing_no_minimum_order: billing.noMinimumOrder,
    billing_no_delivery_charge: billing.noDeliveryCharge,
    billing_payment_terms: billing.paymentTerms,
    billing_credit_limit: billing.creditLimit?.amount ?? null,
    billing_invoice_notes: billing.invoiceNotes,
    billing_invoice_emails: billing.invoiceEmails,
  }
}
