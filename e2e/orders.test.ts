// Orders as a user meets them: found, opened, given to their customer, and seen there.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { enter, type House, type Look, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House
let store = ''
let ana = ''
let bo = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  const make = async (path: string, body: object) => (await house.api('POST', path, body)).id
  store = await make('/stores', { name: 'Harbour', timeZone: 'America/Los_Angeles' })
  ana = await make('/customers', { type: 'personal', firstName: 'Ana', lastName: 'Arden' })
  bo = await make('/customers', { type: 'personal', firstName: 'Bo', lastName: 'Birch' })
  await put('1', {
    number: 'A-17',
    store: { id: store },
    customer: { email: 'nobody@example.com' },
    ...lunch,
  })
  await put('2', { number: 'A-18', customer: { id: bo }, status: 'open', ...lunch })
  await put('3', { number: 'B-1', channel: 'web', placedAt: '2026-10-30T12:00:00Z', totals: { total: 5000 } })
})

const put = (id: string, order: object) => house.api('PUT', `/orders/external/till/${id}`, order)
const lunch = {
  placedAt: '2026-11-02T12:30:00-08:00',
  channel: 'pos',
  items: [{ name: 'Lunch', quantity: '1.5', unitAmount: 1200, modifiers: [{ name: 'Bread', amount: 100 }] }],
  taxes: [{ name: 'Sales tax', rate: '0.08', amount: 156 }],
  payments: [{ method: 'card', amount: 2106, brand: 'visa', last4: '4242' }],
}

const box = (page: Page, number: string) =>
  page.getByRole('checkbox', { name: t('orders.selection.select', { number }), exact: true })

async function openOrders(path = '/orders', look: Look = {}): Promise<Page> {
  const view = await openView(browser, look)
  onTestFinished(() => {
    // A refused assignment is answered, and no fault of the page.
    expect(view.errors.filter((error) => !error.includes('412'))).toEqual([])
    return view.close()
  })
  await enter(view.page, house.server, path)
  return view.page
}
const button = (page: Page, key: string, values = {}) =>
  page.getByRole('button', { name: t(key, values), exact: true })
const rows = (page: Page) => page.locator('tbody [data-row]')
const numbers = (page: Page) => page.locator('[data-name]').allTextContents()

test('an order of nobody is found, given to a customer, and stands on the record of that customer', async () => {
  const page = await openOrders()
  await page.getByRole('link', { name: 'A-17', exact: true }).waitFor()
  expect(await numbers(page)).toHaveLength(3)
  expect((await numbers(page)).at(-1)).toBe('B-1')
  // One and a half lunches, sold by measure: a piece.
  await rows(page).filter({ hasText: 'A-17' }).getByRole('cell', { name: '1', exact: true }).waitFor()
  const found = page.getByRole('main').getByText(/^\d+ orders · /)
  await expect
    .poll(() => found.first().innerText())
    .toBe('3 orders · totals $92.12 with tax and charges · net sales $89.00')
  // The time is that of its store, three hours behind the business.
  await rows(page).filter({ hasText: 'A-17' }).getByText('2 Nov 2026, 12:30 PM').waitFor()
  await rows(page).filter({ hasText: 'A-18' }).getByText('2 Nov 2026, 3:30 PM').waitFor()

  await button(page, 'orders.filters.guests').click()
  await page.getByRole('radio', { name: t('orders.filters.guestsOnly') }).check()
  await rows(page).filter({ hasText: 'A-18' }).waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('guests')).toBe('true')
  // Of guests alone no sales are kept.
  await expect
    .poll(() => found.allInnerTexts())
    .toEqual(Array(2).fill('2 orders · totals $71.06 with tax and charges'))
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: t('orders.search') }).fill('a-1')
  await rows(page).filter({ hasText: 'B-1' }).waitFor({ state: 'detached' })
  await expectClean(page)

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Order A-17' }).waitFor()
  for (const words of ['nobody@example.com', '$19.50', 'Visa ending in 4242', 'Bread, $1.00'])
    await page.getByText(words).first().waitFor()
  await button(page, 'orders.assign.assign').click()
  await page.getByRole('combobox', { name: t('orders.assign.assign') }).fill('ard')
  await page.getByRole('option', { name: /Ana Arden/ }).click()
  await page.getByText(t('orders.assign.kept', { source: 'Till' })).waitFor()
  await expectClean(page)

  await page.getByRole('main').getByRole('link', { name: 'Ana Arden' }).click()
  await page.getByRole('tab', { name: t('customerRecord.tabs.orders') }).click()
  await page.getByRole('link', { name: 'A-17', exact: true }).waitFor()
  await button(page, 'common.moreFor', { name: 'A-17' }).click()
  await page.getByRole('menuitem', { name: t('orders.record.open') }).click()
  await page.getByRole('heading', { level: 1, name: 'Order A-17' }).waitFor()

  await page.goto(`${house.server.url}/customers/${ana}?tab=activity`)
  await page.getByText(/assigned the order A-17 to this customer/).waitFor()
})

test('who assigns an order that has changed meanwhile sees that first', async () => {
  const { id } = await put('9', { number: 'X-9', ...lunch })
  const page = await openOrders(`/orders/${id}`)
  await page.getByRole('heading', { level: 1, name: 'Order X-9' }).waitFor()
  // What others do does not arrive for a while.
  await page.route(`**/api/v1/orders/${id}`, (route) =>
    route.request().method() === 'GET' ? undefined : route.continue(),
  )
  await house.api('PATCH', `/orders/${id}`, { customer: { id: bo } })

  await button(page, 'orders.assign.assign').click()
  await page.getByRole('combobox', { name: t('orders.assign.assign') }).fill('ana')
  await page.getByRole('option', { name: /Ana Arden/ }).click()
  await page.getByText(t('orders.assign.conflict')).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Bo Birch' }).waitFor()
  expect(await customerOf(id)).toBe(bo)

  await button(page, 'orders.assign.assignAgain', { name: 'Ana Arden' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Ana Arden' }).waitFor()
  expect(await customerOf(id)).toBe(ana)

  await button(page, 'orders.assign.removeNamed', { name: 'Ana Arden' }).click()
  await page.getByText(t('orders.assign.keptGuest', { source: 'Till' })).waitFor()
  expect(await customerOf(id)).toBeNull()
})

const customerOf = async (id: string) => {
  const order = await house.api('GET', `/orders/${id}`)
  return (order as unknown as { customer: { id: string } | null }).customer?.id ?? null
}

test('a new order comes into the list by itself, and the palette finds it by its number', async () => {
  const page = await openOrders('/orders?status=draft')
  await page.getByText(t('orders.empty.noMatchTitle')).waitFor()

  await put('20', { number: 'D-20', status: 'draft', ...lunch })

  await page.getByRole('link', { name: 'D-20', exact: true }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('d-20')
  await page.getByRole('option', { name: 'Order D-20' }).click()
  await page.getByRole('heading', { level: 1, name: 'Order D-20' }).waitFor()
})

test('on a phone the list is cards, and an order reads from top to bottom', async () => {
  const page = await openOrders('/orders?channel=web', { phone: true })
  await page.getByRole('link', { name: 'B-1', exact: true }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await page.getByText(t('orders.dueOf', { amount: '$50.00' })).waitFor()
  await expectClean(page)

  await page.getByRole('link', { name: 'B-1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Order B-1' }).waitFor()
  await page.getByText(t('orders.page.noItems')).waitFor()
  await expectClean(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('orders of walk-ins are ticked, given to a customer together, and taken back', async () => {
  for (const id of ['w1', 'w2', 'w3'])
    await put(id, { number: `W-${id}`, placedAt: '2026-10-02T12:00:00Z', totals: { net: 1000 } })
  const page = await openOrders('/orders?q=W-')
  await rows(page).filter({ hasText: 'W-w3' }).waitFor()
  // Among the orders of customers there is nothing to tick.
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await button(page, 'orders.filters.guests').click()
  await page.getByRole('radio', { name: t('orders.filters.guestsOnly') }).check()
  await page.keyboard.press('Escape')
  await box(page, 'W-w3').click()
  await box(page, 'W-w1').click({ modifiers: ['Shift'] })
  await page.getByText(t('orders.selection.count_other', { count: 3 }), { exact: true }).waitFor()
  await expectClean(page)
  await button(page, 'orders.selection.assign').click()
  await page.getByPlaceholder(t('orders.assign.hint')).fill('bo birch')
  await page.getByRole('option', { name: 'Bo Birch' }).click()
  await expectClean(page)
  await button(page, 'orders.selection.send').click()
  await page.getByText(t('orders.bulk.done_other', { count: 3, name: 'Bo Birch' })).waitFor()
  await rows(page).filter({ hasText: 'W-w2' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('common.undo'), exact: true }).click()
  await page.getByText(t('orders.bulk.undone_other', { count: 3 })).waitFor()
  await box(page, 'W-w2').click()
  await page.keyboard.press('Escape')
  await page
    .getByText(t('orders.selection.count_one', { count: 1 }), { exact: true })
    .waitFor({ state: 'detached' })
})

test('a record is opened with the keyboard at its heading, and back in the list it is on the row that was opened', {
  timeout: 60_000,
}, async () => {
  const page = await openOrders()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.getByRole('link', { name: 'A-18', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Order A-18' }).waitFor()
  await expect.poll(focused).toBe('Order A-18')
  await button(page, 'common.back').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'B-1', exact: true }).waitFor()
  await expect.poll(focused).toBe('A-18')
  // The arrows go on from there.
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).not.toBe('A-18')
  const next = await focused()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: `Order ${next}` }).waitFor()
  await page.goBack()
  await expect.poll(focused).toBe(next)

  await page.goto(`${house.server.url}/customers`)
  await rows(page).getByRole('link', { name: 'Ana Arden', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Ana Arden' }).waitFor()
  await expect.poll(focused).toBe('Ana Arden')
  await page.keyboard.press('j')
  await expect.poll(focused).toBe('Bo Birch')
  await page.goBack()
  await rows(page).filter({ hasText: 'Ana Arden' }).waitFor()
  await expect.poll(focused).toContain('Bo Birch')
  // In another list the link to whom one came from is of another row.
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Bo Birch' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await rows(page).getByRole('link', { name: 'Bo Birch', exact: true }).first().waitFor()
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')

  const phone = await openOrders('/customers', { phone: true })
  await phone
    .getByRole('link', { name: /Ana Arden/ })
    .first()
    .click()
  await phone.getByRole('heading', { level: 1, name: 'Ana Arden' }).waitFor()
  await phone.goBack()
  await expect
    .poll(() => phone.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('Ana Arden')
})
