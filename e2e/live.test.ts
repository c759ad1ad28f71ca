// What one user changes, another sees: without a reload, within a second, and marked.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, signIn, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House
let person = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  person = (await house.api('POST', '/customers', { type: 'personal', firstName: 'Ana', lastName: 'Arden' }))
    .id
})

test('an edit of one appears in the list and in the record of others within a second, marked for a moment', async () => {
  const [editor, list, record] = await Promise.all([openSigned(), openSigned(), openSigned()])
  await list.locator('tbody').getByRole('link', { name: 'Ana Arden' }).waitFor()
  await record.goto(`${house.server.url}/customers/${person}`)
  await record.getByRole('heading', { name: 'Ana Arden' }).waitFor()
  await editor.goto(`${house.server.url}/customers/${person}/edit`)
  await editor.getByLabel(t('customerFields.lastName'), { exact: true }).fill('Birch')

  const saved = editor.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await editor.keyboard.press('Control+s')
  await saved
  const begun = performance.now()
  const since = () => performance.now() - begun
  const [inList, inRecord] = await Promise.all([
    list.locator('tbody').getByRole('link', { name: 'Ana Birch' }).waitFor().then(since),
    record.getByRole('heading', { name: 'Ana Birch', level: 1 }).waitFor().then(since),
  ])

  expect(Math.max(inList, inRecord)).toBeLessThan(1000)
  await list.locator('tr[data-changed]', { hasText: 'Ana Birch' }).waitFor()
  await record.locator('h1[data-changed]').waitFor()
  // The one who wrote it is told nothing new.
  expect(await editor.locator('[data-changed]').count()).toBe(0)
  await list.locator('[data-changed]').waitFor({ state: 'detached', timeout: 4000 })
})

test('an order that comes in shows in the figures of the list, above it and in the record', async () => {
  await house.api('PATCH', `/customers/${person}`, { number: 'A-1' })
  const [list, record] = await Promise.all([openSigned(), openSigned()])
  const figures = list.getByRole('region', { name: t('summary.label') })
  await record.goto(`${house.server.url}/customers/${person}`)
  await Promise.all([
    figures.getByText(t('summary.topNone')).waitFor(),
    record.getByText(t('customerFields.activityStates.none')).waitFor(),
  ])

  await house.api('PUT', '/orders/external/till/1', {
    placedAt: new Date(Date.now() - 60_000).toISOString(),
    customer: { number: 'A-1' },
    totals: { net: 4200 },
  })

  await Promise.all([
    list.locator('tbody').getByText('$42.00').waitFor(),
    figures.getByRole('link', { name: '$42.00', exact: true }).waitFor(),
    record.getByText('$42.00').first().waitFor(),
  ])
})

test('while orders keep coming in they are listed at once, and counted aloud once, seldom and only for who looks', async () => {
  const page = await openSigned()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/orders/count')) asked += 1
  })
  const come = async (id: string) => {
    await house.api('PUT', `/orders/external/web/${id}`, { number: id, ...sold })
    await page.getByRole('link', { name: id, exact: true }).waitFor()
  }
  const see = (state: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, state)
  const shown = page.getByText(/^\d+ orders? · totals/)
  const said = page.getByRole('status').filter({ hasText: 'totals' })
  await house.api('PUT', '/orders/external/web/W-1', { number: 'W-1', ...sold })
  await page.goto(`${house.server.url}/orders?channel=["web"]`)
  await said.filter({ hasText: /^1 order · / }).waitFor({ state: 'attached' })
  expect(asked).toBe(1)

  await see('hidden')
  await come('W-2')
  expect(asked).toBe(1)
  await see('visible')
  await expect.poll(() => shown.first().innerText()).toMatch(/^2 orders · /)
  expect(await said.innerText()).toMatch(/^1 order · /)
  await come('W-3')
  await come('W-4')
  expect(asked).toBe(2)

  await page.getByRole('searchbox', { name: t('orders.search') }).fill('w')
  await expect.poll(() => said.innerText()).toMatch(/^4 orders · /)
})
const sold = { channel: 'web', placedAt: '2026-11-02T12:30:00Z', totals: { total: 5000 } }

async function openSigned(): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  await signIn(view.page, house.server)
  return view.page
}
