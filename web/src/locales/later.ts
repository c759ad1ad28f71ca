// Texts of screens that are no part of the first one come with their screen, so that the first stays small.
import type { bulk } from './en/bulk.ts'
import type { contacts } from './en/contacts.ts'
import type { customerForm } from './en/customer-form.ts'
import type { customerMetrics } from './en/customer-metrics.ts'
import type { customerRecord } from './en/customer-record.ts'
import type { customerReviews } from './en/customer-reviews.ts'
import type { dashboard } from './en/dashboard.ts'
import type { exporting } from './en/exporting.ts'
import type { help } from './en/help.ts'
import type { importFields } from './en/import-fields.ts'
import type { imports } from './en/imports.ts'
import type { orders } from './en/orders.ts'
import type { outbox } from './en/outbox.ts'
import type { settings } from './en/settings.ts'
import type { start } from './en/start.ts'
import type { stores } from './en/stores.ts'
import type { summary } from './en/summary.ts'
import type { tags } from './en/tags.ts'
import type { Language } from './i18n.ts'

export type LaterTexts = {
  readonly bulk: typeof bulk
  readonly contacts: typeof contacts
  readonly customerForm: typeof customerForm
  readonly customerMetrics: typeof customerMetrics
  readonly customerRecord: typeof customerRecord
  readonly customerReviews: typeof customerReviews
  readonly dashboard: typeof dashboard
  readonly exporting: typeof exporting
  readonly help: typeof help
  readonly importFields: typeof importFields
  readonly imports: typeof imports
  readonly orders: typeof orders
  readonly outbox: typeof outbox
  readonly settings: typeof settings
  readonly start: typeof start
  readonly stores: typeof stores
  readonly summary: typeof summary
  readonly tags: typeof tags
}
export type LaterArea = keyof LaterTexts

export const laterTexts: Readonly<Record<LaterArea, Readonly<Record<Language, () => Promise<object>>>>> = {
  bulk: {
    en: () => import('./en/bulk.ts'),
    es: () => import('./es/bulk.ts'),
  },
  contacts: {
    en: () => import('./en/contacts.ts'),
    es: () => import('./es/contacts.ts'),
  },
  customerForm: {
    en: () => import('./en/customer-form.ts'),
    es: () => import('./es/customer-form.ts'),
  },
  customerMetrics: {
    en: () => import('./en/customer-metrics.ts'),
    es: () => import('./es/customer-metrics.ts'),
  },
  customerRecord: {
    en: () => import('./en/customer-record.ts'),
    es: () => import('./es/customer-record.ts'),
  },
  customerReviews: {
    en: () => import('./en/customer-reviews.ts'),
    es: () => import('./es/customer-reviews.ts'),
  },
  dashboard: {
    en: () => import('./en/dashboard.ts'),
    es: () => import('./es/dashboard.ts'),
  },
  exporting: {
    en: () => import('./en/exporting.ts'),
    es: () => import('./es/exporting.ts'),
  },
  help: {
    en: () => import('./en/help.ts'),
    es: () => import('./es/help.ts'),
  },
  importFields: {
    en: () => import('./en/import-fields.ts'),
    es: () => import('./es/import-fields.ts'),
  },
  imports: {
    en: () => import('./en/imports.ts'),
    es: () => import('./es/imports.ts'),
  },
  orders: {
    en: () => import('./en/orders.ts'),
    es: () => import('./es/orders.ts'),
  },
  outbox: {
    en: () => import('./en/outbox.ts'),
    es: () => import('./es/outbox.ts'),
  },
  settings: {
    en: () => import('./en/settings.ts'),
    es: () => import('./es/settings.ts'),
  },
  start: {
    en: () => import('./en/start.ts'),
    es: () => import('./es/start.ts'),
  },
  stores: {
    en: () => import('./en/stores.ts'),
    es: () => import('./es/stores.ts'),
  },
  summary: {
    en: () => import('./en/summary.ts'),
    es: () => import('./es/summary.ts'),
  },
  tags: {
    en: () => import('./en/tags.ts'),
    es: () => import('./es/tags.ts'),
  },
}
