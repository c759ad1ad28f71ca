// axe on every route and on what opens above one: with data and empty, on a wide screen in both colour schemes, the second
// for its contrast, and at 360 px: in the dark with data, in the light without.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { atRest, findingsOf } from './axe.kit.ts'
import { launchBrowser } from './browser.ts'
import { openHouse } from './house.kit.ts'
import { bringOrders } from './orders.kit.ts'
import { type House, signIn, textsOf } from './screens.kit.ts'
import { openView } from './view.kit.ts'

const signedOut = ['/sign-in', '/reset?token=x', '/no-such-page']
/** Screens that look one way with data and another without. */
const always = [
  '/dashboard',
  '/start',
  '/customers',
  '/customers?activity=["atRisk","none"]&lastOrderTo=2026-12-31&sort=-revenue6m',
  '/customers/new?type=personal',
  '/customers/new?type=business',
  '/orders',
  '/reviews',
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

test.each([
  ['with data', 'dark'],
  ['empty', 'light'],
] as const)('every route is free of findings: %s', { timeout: 240_000 }, async (kind, onPhone) => {
  const { server } = kind === 'empty' ? empty : full
  const waiting = [...always, ...(kind === 'empty' ? nothingThere : pathsOfData())]
  const walk = async (first: readonly string[]) => {
    const { page, found, visit } = await openExam(server.url, onPhone)
    for (const path of first) await visit(path)
    await signIn(page, server)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await visit(path)
    return found
  }
  // Two at a time: each is one process of the browser.
  const found = await Promise.all([walk(kind === 'empty' ? signedOut : []), walk([])])

  expect(found.flat()).toEqual([])
})

/** Of a company what a person has not, or has otherwise. */
function pathsOfData(): string[] {
  const both = ['', '?tab=people', '/edit', '/metrics', '/reviews']
  return [
    ...[...both, '?tab=orders', '?tab=activity', `/metrics?receipt=${lunch}`].map(
      (rest) => `/customers/${person}${rest}`,
    ),
    ...both.map((rest) => `/customers/${company}${rest}`),
    ...orders.map((id) => `/orders/${id}`),
  ]
}

test('the screen before the first start is free of findings', { timeout: 60_000 }, async () => {
  const { found, visit } = await openExam(fresh.server.url, 'dark')
  await visit('/setup')

  expect(found).toEqual([])
})

test('what opens above a page is free of findings', { timeout: 120_000 }, async () => {
  const { page, found, visit, examine } = await openExam(full.server.url)
  await signIn(page, full.server)
  const dialog = page.getByRole('dialog')
  const menu = page.getByRole('menu')
  const open = async (what: string, act: () => Promise<unknown>, opened = dialog) => {
    await act()
    await opened.waitFor()
    await atRest(page)
    await examine(what)
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'hidden' })
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Blue Smith Bakery' }).first().waitFor()
  await open('palette', async () => {
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('blue')
    await page.getByRole('option', { name: /Blue Smith/ }).waitFor()
  })
  await open('help', () => button(t('shell.help')))
  await open('new', () => button(t('shell.new')), menu)
  await open('account', () => page.getByRole('button', { name: /^Account of/ }).click(), menu)
  const filters = page.getByRole('list', { name: t('lists.filters') })
  await open('states', () =>
    filters.getByRole('button', { name: t('customerList.filters.activity') }).click(),
  )
  await open('filter', () => filters.getByRole('button', { name: /^Tags/ }).click())
  await open('view', () => button(t('customerList.chooser.button')))
  await open('row', () => button(t('common.moreFor', { name: 'Blue Smith Bakery' })), menu)
  const selection = page.getByRole('region', { name: t('customerList.selection.label') })
  await open('selection', () => page.keyboard.press('x'), selection)
  await open('export', () => button(t('customerList.export')))

  await visit(`/customers/${person}`)
  await open('record', () => button(t('common.more')), menu)
  await visit('/customers/new?type=personal')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await examine(`form: ${await tab.textContent()}`)
  }

  expect(found).toEqual([])
})

const wide = { width: 1440, height: 900 }
const narrow = { width: 360, height: 740 }

/** A page, what axe finds on it, and two ways to look: at an address, and at what stands there now on a wide screen. */
async function openExam(url: string, onPhone: 'light' | 'dark' = 'light') {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  const { page } = view
  const found: string[] = []
  const look = async (
    place: string,
    colorScheme: 'light' | 'dark',
    what: Parameters<typeof findingsOf>[1],
  ) => {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    await atRest(page)
    found.push(...(await findingsOf(page, what)).map((finding) => `${place} (${colorScheme}) ${finding}`))
  }
  const examine = async (place: string) => {
    await look(place, 'light', 'everything')
    await look(place, 'dark', 'contrast')
  }
  const visit = async (path: string) => {
    await page.setViewportSize(wide)
    await page.goto(url + path)
    await examine(path)
    await page.setViewportSize(narrow)
    await page.waitForFunction((width) => innerWidth === width, narrow.width)
    // Where it was scrolled to on the wide screen, the top bar may cover half of a link.
    await page.evaluate(() => scrollTo(0, 0))
    await look(`${path} on a phone`, onPhone, 'everything')
  }
  return { page, found, examine, visit }
}
