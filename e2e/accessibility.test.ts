// axe with every WCAG 2.2 A and AA rule, none switched off, on every route, light and dark, with data and empty.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { launchBrowser } from './browser.ts'
import { type House, openHouse, signIn } from './screens.kit.ts'
import { openView } from './view.kit.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const signedOut = ['/sign-in', '/reset?token=x', '/no-such-page']
const always = [
  '/customers',
  '/customers?status=inactive',
  '/customers?q=nobody',
  '/customers/new?type=personal',
  '/customers/new?type=business',
  '/exports',
  '/imports',
  '/imports/01900000-0000-7000-8000-000000000000',
  '/customers/01900000-0000-7000-8000-000000000000',
  '/settings/business',
  '/settings/tags',
  '/settings/stores',
  '/settings/account',
  '/no-such-page',
]

let browser: Browser
let full: House
let empty: House
let person = ''
let company = ''

beforeAll(async () => {
  await ensureWebBuilt()
  browser = await launchBrowser()
  ;[full, empty] = await Promise.all([openHouse(), openHouse()])
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
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([full?.close(), empty?.close()])
})

test.each([
  { house: 'with data', scheme: 'light', phone: false },
  { house: 'with data', scheme: 'dark', phone: false },
  { house: 'with data', scheme: 'light', phone: true },
  { house: 'empty', scheme: 'light', phone: false },
  { house: 'empty', scheme: 'dark', phone: true },
] as const)(
  'every route is free of findings: $house, $scheme, phone: $phone',
  { timeout: 180_000 },
  async ({ house, scheme, phone }) => {
    const { server } = house === 'empty' ? empty : full
    const view = await openView(browser, { scheme, phone })
    onTestFinished(() => view.close())
    const found: string[] = []
    const look = async (path: string) => {
      await view.page.goto(server.url + path)
      await view.page.getByRole('main').waitFor()
      await view.page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
      await view.page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page: view.page }).withTags(rules).analyze()
      found.push(
        ...violations.flatMap((v) =>
          v.nodes.map((node) => `${path} ${v.id} ${node.target.join(' ')}: ${node.failureSummary}`),
        ),
      )
    }
    if (!phone) for (const path of signedOut) await look(path)
    await signIn(view.page, server)
    const ofData =
      house === 'empty'
        ? []
        : [
            `/customers/${person}`,
            `/customers/${company}`,
            `/customers/${person}/edit`,
            `/customers/${company}/edit`,
          ]
    for (const path of [...always, ...ofData]) await look(path)

    expect(found).toEqual([])
  },
)
