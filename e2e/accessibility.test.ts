// axe with every WCAG 2.2 A and AA rule, none switched off, on every route and on what opens above one: with data and
// empty, on a wide screen and at 360 px. Each place is looked at in both colour schemes, the second for its contrast.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { launchBrowser } from './browser.ts'
import { bringOrders } from './orders.kit.ts'
import { type House, openHouse, signIn, textsOf } from './screens.kit.ts'
import { openView } from './view.kit.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const signedOut = ['/sign-in', '/reset?token=x', '/no-such-page']
/** Screens that look one way with data and another without. */
const always = [
  '/start',
  '/customers',
  '/customers?activity=["atRisk","none"]&lastOrderTo=2026-12-31&sort=-revenue6m',
  '/customers/new?type=personal',
  '/customers/new?type=business',
  '/orders',
  '/exports',
  '/imports',
  '/settings/business',
  '/settings/tags',
  '/settings/stores',
  '/settings/outbox',
  '/settings/account',
]
/** Those that look the same. */
const nothingThere = [
  '/customers?status=inactive',
  '/customers?q=nobody',
  '/orders?q=nothing',
  '/orders/01900000-0000-7000-8000-000000000000',
  '/imports/01900000-0000-7000-8000-000000000000',
  '/customers/01900000-0000-7000-8000-000000000000',
  '/no-such-page',
]

const t = textsOf('en')
let browser: Browser
let full: House
let empty: House
/** As it is before anybody has set it up. */
let fresh: House
let person = ''
let company = ''
let orders: readonly string[] = []
let lunch = ''

beforeAll(async () => {
  await ensureWebBuilt()
  browser = await launchBrowser()
  ;[full, empty, fresh] = await Promise.all([openHouse(), openHouse(), openHouse({ empty: true })])
  company = (
    await full.api('POST', '/customers', {
      type: 'business',
      businessName: 'Blue Smith Bakery',
      phone: '+12125550123',
    })
  ).id
  await full.api('POST', '/stores', { name: 'Harbour' })
  const made = await full.api('POST', '/customers', {
    type: 'personal',
    firstName: 'أمينة',
    lastName: 'García-López of the very long name that goes on',
    email: 'amina@example.com',
    phones: [{ kind: 'mobile', number: '12345' }],
    tags: ['VIP', 'Supplier'],
    stores: [{ name: 'Harbour' }],
    organizations: [{ id: company, title: 'Buyer' }],
    addresses: [{ line1: '1 Main St', city: 'Springfield', country: 'US' }],
    notes: 'Always a vegetarian option',
  })
  person = made.id
  await full.api('PATCH', `/customers/${person}`, { nickname: 'Ami' })
  await bringOrders(
    (path, order) => full.api('PUT', path, order),
    { customers: [person, company], stores: [] },
    7,
  )
  orders = (await full.api('GET', '/orders')).items.map(({ id }) => id)
  lunch = (
    await full.api('PUT', '/orders/external/till/1', {
      placedAt: new Date().toISOString(),
      items: [{ name: 'Lunch', quantity: 2, unitAmount: 1250, modifiers: [{ name: 'Bread', amount: 150 }] }],
      taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 2800, amount: 224 }],
      payments: [{ method: 'cash', amount: 3024, tendered: 4000 }],
      refunds: [{ amount: 500, reason: 'Cold' }],
      customer: { email: 'amina@example.com' },
    })
  ).id
  await full.api('PUT', '/reviews/external/site/1', {
    ...{ at: new Date().toISOString(), score: 3.5, text: 'Fine', author: 'A. G.' },
    ...{ order: { id: lunch }, response: { text: 'Thank you' } },
  })
  // Long ago: at risk, with a sentence that says so and a way to snooze.
  await full.api('PUT', '/orders/external/till/2', {
    placedAt: new Date(Date.now() - 200 * 86_400_000).toISOString(),
    totals: { net: 12_345 },
    customer: { id: person },
  })
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([full?.close(), empty?.close(), fresh?.close()])
})

test.each(['with data', 'empty'] as const)(
  'every route is free of findings: %s',
  {
    timeout: 240_000,
  },
  async (house) => {
    const { server } = house === 'empty' ? empty : full
    const records = [person, company].flatMap((id) =>
      [
        ...['', '?tab=people', '?tab=orders', '?tab=activity', '/edit'],
        ...['/metrics', `/metrics?receipt=${lunch}`, '/reviews'],
      ].map((rest) => `/customers/${id}${rest}`),
    )
    const ofData = [...records, ...orders.map((id) => `/orders/${id}`)]
    // Both at once: each is one process of the browser, and so the file takes half the time.
    const found = await Promise.all(
      [false, true].map(async (phone) => {
        const { page, found, visit } = await openExam(server.url, phone)
        if (house === 'empty') for (const path of signedOut) await visit(path)
        await signIn(page, server)
        for (const path of [...always, ...(house === 'empty' ? nothingThere : ofData)]) await visit(path)
        return { phone, found }
      }),
    )

    expect(found).toEqual([
      { phone: false, found: [] },
      { phone: true, found: [] },
    ])
  },
)

test.each([false, true])(
  'the screen before the first start is free of findings, phone: %s',
  {
    timeout: 60_000,
  },
  async (phone) => {
    const { found, visit } = await openExam(fresh.server.url, phone)
    await visit('/setup')

    expect(found).toEqual([])
  },
)

test('what opens above a page is free of findings', { timeout: 120_000 }, async () => {
  const { page, found, visit, examine } = await openExam(full.server.url, false)
  await signIn(page, full.server)
  const open = async (what: string, act: () => Promise<unknown>) => {
    await act()
    await page.waitForTimeout(300)
    await examine(what)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Blue Smith Bakery' }).first().waitFor()
  await open('palette', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('blue')
    await page.getByRole('option', { name: /Blue Smith/ }).waitFor()
  })
  await open('help', () => button(t('shell.help')))
  await open('new', () => button(t('shell.new')))
  await open('account', () => page.getByRole('button', { name: /^Account of/ }).click())
  await open('states', () =>
    page
      .getByRole('button', { name: /^State/ })
      .first()
      .click(),
  )
  await open('filter', () => page.getByRole('button', { name: /^Tags/ }).click())
  await open('view', () => button(t('customerList.chooser.button')))
  await open('row', () => button(t('common.moreFor', { name: 'Blue Smith Bakery' })))
  await open('selection', () => page.keyboard.press('x'))
  await open('export', () => button(t('customerList.export')))

  await visit(`/customers/${person}`)
  await open('record', () => button(t('common.more')))
  await visit('/customers/new?type=personal')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await examine(`form: ${await tab.textContent()}`)
  }

  expect(found).toEqual([])
})

const rest = 150

/** A page, what axe finds on it, and two ways to look: at an address, and at what stands there now. */
async function openExam(url: string, phone: boolean) {
  const view = await openView(browser, { phone })
  onTestFinished(() => view.close())
  const { page } = view
  if (phone) await page.setViewportSize({ width: 360, height: 740 })
  const found: string[] = []
  const examine = async (place: string) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.waitForTimeout(rest)
    found.push(...(await findings(page, place, (axe) => axe.withTags(rules))))
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.waitForTimeout(rest)
    found.push(...(await findings(page, `${place} (dark)`, (axe) => axe.withRules(['color-contrast']))))
  }
  const visit = async (path: string) => {
    await page.goto(url + path)
    await page.getByRole('main').waitFor()
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
    await page.waitForTimeout(rest)
    await examine(path)
  }
  return { page, found, examine, visit }
}

async function findings(page: Page, place: string, choose: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await choose(new AxeBuilder({ page })).analyze()
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${place} ${v.id} ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}
