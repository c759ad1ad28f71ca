// The dashboard from a business that has not begun to one whose day it shows, and the lists that its cards open.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { zoneOfNoon } from '../server/test/noon.ts'
import { cardLists } from '../web/src/features/customers/summary/card-lists.ts'
import type { Summary } from '../web/src/features/customers/summary/summary.api.ts'
import { today } from '../web/src/kernel/calendar.ts'
import { enter, type House, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
const timeZone = zoneOfNoon()
const day = today(timeZone)
const tomorrow = () => new Date(Date.now() + 86_400_000)
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
let browser: Browser
let house: House
let north = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  await house.api('PATCH', '/settings', { timeZone })
  return opened.close
})

async function openDashboard(query = ''): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  onTestFinished(() => expect(view.errors).toEqual([]))
  await enter(view.page, house.server, `/dashboard${query}`)
  await view.page.getByRole('heading', { level: 1, name: t('dashboard.title') }).waitFor()
  return view.page
}

const panel = (page: Page, key: string) =>
  page.getByRole('region', { name: t(`dashboard.${key}.title`), exact: true })

const shows = (page: Page, names: readonly string[]) =>
  expect.poll(() => page.locator('tbody [data-name]').allInnerTexts(), { timeout: 15_000 }).toEqual(names)

/** A firm and its contact, who stays away, in one store; somebody whose birthday it is in both; orders of every kind. */
async function bring(): Promise<void> {
  const store = async (name: string, code: string) => (await house.api('POST', '/stores', { name, code })).id
  north = await store('North', 'N')
  const south = await store('South', 'S')
  const make = (number: string, body: object) => house.api('POST', '/customers', { number, ...body })
  const firm = await make('F', { type: 'business', businessName: 'Firm', stores: [{ id: north }] })
  await make('A', {
    ...{ type: 'personal', firstName: 'Ann', stores: [{ id: north }, { id: south }] },
    organizations: [{ id: firm.id, isPrimary: true }],
  })
  await make('B', {
    ...{ type: 'personal', firstName: 'Bob', dateOfBirth: `1992-${day.slice(5)}` },
    stores: [{ id: south }],
  })
  await make('C', { type: 'personal', firstName: 'Cleo', registeredAt: ago(400), stores: [{ id: north }] })
  const put = (key: string, order: object) =>
    house.api('PUT', `/orders/external/book/${key}`, { number: key, totals: { net: 100 }, ...order })
  await put('OLD', { placedAt: ago(100), customer: { number: 'A' }, store: { code: 'N' } })
  await put('DONE', {
    placedAt: ago(9),
    customer: { number: 'B' },
    store: { code: 'S' },
    totals: { net: 700 },
  })
  await put('GUEST', { placedAt: ago(3), store: { code: 'N' } })
  await put('DRAFT', { placedAt: ago(2), status: 'draft', store: { code: 'N' } })
  await put('OFF', { placedAt: ago(1), status: 'cancelled', store: { code: 'N' } })
  await put('LUNCH', {
    ...{
      placedAt: ago(4),
      status: 'confirmed',
      kind: 'order',
      customer: { number: 'B' },
      store: { code: 'S' },
    },
    fulfilAt: ago(0),
  })
}

test('a new business has its doors; with the first customers come the orders and birthdays of the day', async () => {
  const page = await openDashboard()
  const asked: URLSearchParams[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/orders') asked.push(searchParams)
  })
  for (const door of ['import', 'sample', 'customer'])
    await page.getByRole('heading', { name: t(`start.${door}.title`) }).waitFor()
  await expectClean(page)

  await bring()
  const wanted = panel(page, 'wanted')
  await wanted.getByRole('link', { name: 'LUNCH' }).waitFor()
  await panel(page, 'open').getByRole('link', { name: 'DRAFT' }).waitFor()
  // What is wanted today does not stand there twice.
  await expect.poll(() => panel(page, 'open').getByRole('listitem').count()).toBe(1)
  // The first of the day are found by the server: they may have been placed before a hundred others.
  const ofToday = asked.filter((sent) => sent.get('fulfilFrom') === day)
  expect(new Set(ofToday.map((sent) => sent.get('sort')))).toEqual(new Set(['fulfilAt']))
  // What is overdue too: it may have been placed long before all that is open.
  const ofBefore = asked.filter((sent) => (sent.get('fulfilTo') ?? day) < day)
  expect(new Set(ofBefore.map((sent) => sent.get('sort')))).toEqual(new Set(['fulfilAt']))
  await panel(page, 'days')
    .getByRole('listitem')
    .filter({ hasText: 'Bob' })
    .getByText(t('dashboard.days.today'))
    .waitFor()
  await expectClean(page)

  await page.getByRole('combobox', { name: t('dashboard.store') }).selectOption({ label: 'North' })
  await wanted.getByText(t('dashboard.wanted.none')).waitFor()
  await panel(page, 'days').getByText(t('dashboard.days.none')).waitFor()
  expect(page.url()).toContain(north)
  await page.getByRole('combobox', { name: t('dashboard.store') }).selectOption({ label: 'South' })
  await wanted.getByRole('link', { name: t('dashboard.wanted.seeAll') }).click()
  await shows(page, ['LUNCH'])
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await panel(page, 'days')
    .getByRole('link', { name: t('dashboard.days.birthdays') })
    .click()
  await shows(page, ['Bob'])
})

test('a page that stays open over night shows the new day, and asks no more whether there is anything', async () => {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  const { page } = view
  const asked: URLSearchParams[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/orders') asked.push(searchParams)
  })
  await page.clock.install()
  await enter(page, house.server, '/dashboard')
  await panel(page, 'wanted').getByRole('link', { name: 'LUNCH' }).waitFor()

  await page.clock.fastForward('24:00:00')
  await panel(page, 'wanted').getByText(t('dashboard.wanted.none')).waitFor()
  expect(asked.some((sent) => sent.get('fulfilFrom') === today(timeZone, tomorrow()))).toBe(true)
  expect(asked.map((sent) => sent.get('limit'))).not.toContain('1')
})

test('who may not see orders sees none, and no figures', async () => {
  const page = await openDashboard()
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch()
    const session = await answer.json()
    const permissions = session.permissions.filter((one: string) => one !== 'orders.read')
    await route.fulfill({ response: answer, json: { ...session, permissions } })
  })
  const url = page.url()
  // What the page that is left still asks for is not counted.
  await page.goto('about:blank')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(url)
  await panel(page, 'days').getByText('Bob').waitFor()

  expect(await panel(page, 'open').count()).toBe(0)
  expect(await page.getByRole('region', { name: t('summary.label') }).count()).toBe(0)
  expect(asked.filter((path) => /api.*(orders|summary)/.test(path))).toEqual([])
})

const query = (search: object) =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  ).toString()

test('each card counts its own list: in every set-up, of every store, in each period', async () => {
  const get = async <T>(path: string) => (await house.api('GET', path)) as unknown as T
  const countOf = async (search: object) =>
    (await get<{ count: number }>(`/customers/count?${query(search)}`)).count
  for (const setup of ['hierarchy', 'flat', 'hybrid'] as const) {
    await house.api('PATCH', '/settings', { setup })
    for (const store of [undefined, [north], [north, 'S']])
      for (const period of ['4w', '3m', '6m', 'all'] as const) {
        const asked = query({ salesPeriod: period, ...(store && { store }) })
        const summary = await get<Summary>(`/customers/summary?${asked}`)
        const lists = cardLists({
          isLimited: false,
          setup,
          store,
          period,
          first: summary.sales.series[0]?.day,
          today: day,
        })
        const { items } = await get<{ items: { id: string }[] }>(`/orders?${query(lists.sales)}`)
        const orders = await Promise.all(
          items.map(({ id }) => get<{ totals: { net: number } }>(`/orders/${id}`)),
        )
        const { sort: _, ...total } = lists.total
        // Of one store no list is sorted by what was spent there.
        expect(lists.top === null).toBe(store !== undefined)
        if (lists.top !== null) {
          const best = await get<{ items: { id: string }[] }>(`/customers?fields=id&${query(lists.top)}`)
          const ids = summary.topCustomers.map(({ id }) => id)
          expect(
            best.items.slice(0, ids.length).map(({ id }) => id),
            `${setup} ${period}`,
          ).toEqual(ids)
        }
        expect({
          ...{
            setup,
            store,
            period,
            total: await countOf(total),
            sales: orders.reduce((sum, { totals }) => sum + totals.net, 0),
          },
          ...{ atRisk: await countOf(lists.atRisk), fresh: await countOf(lists.fresh) },
        }).toEqual({
          ...{
            setup,
            store,
            period,
            total: summary.totalCustomers.count,
            sales: summary.sales.amount.amount,
          },
          ...{ atRisk: summary.atRisk.count, fresh: summary.newCustomers.count },
        })
      }
  }
})

test('in a hierarchy too a card opens whom it counts, of the store that is chosen', async () => {
  await house.api('PATCH', '/settings', { setup: 'hierarchy' })
  const page = await openDashboard(`?store=${north}`)
  const card = page.getByRole('region', { name: t('summary.label') })
  const opened = async (title: string, names: readonly string[]) => {
    const link = card
      .locator('div', { has: page.getByRole('heading', { name: title }) })
      .getByRole('link')
      .last()
    await expect.poll(() => link.innerText()).toBe(String(names.length))
    await link.click()
    await shows(page, names)
    await page.goBack()
  }

  await opened(t('summary.atRisk'), ['Ann', 'Firm'])
  await opened(t('customerFields.organizations'), ['Firm'])
  await card.getByTitle(t('summary.viewOrders')).click()
  await shows(page, ['GUEST'])

  await page.goto(`${house.server.url}/dashboard`)
  await card.getByRole('link', { name: t('summary.top'), exact: true }).click()
  await page
    .locator('th[aria-sort="descending"]')
    .filter({ hasText: t('customerList.columns.revenue4w') })
    .waitFor()
})
