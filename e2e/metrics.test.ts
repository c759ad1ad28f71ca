// From the list to what a customer came to, and to a receipt on paper: with the mouse, with the keyboard, in both languages.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { enter, type House, type Language, type Look, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House
let ana = ''

/** A Monday and the two Tuesdays after it, and one order of long ago. */
const days = ['2026-01-05', '2026-01-06', '2026-01-13', '2024-06-01'] as const

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  const made = await house.api('POST', '/customers', {
    ...{ type: 'personal', firstName: 'Ana', lastName: 'Bell', number: 'C-1' },
    ...{ email: 'ana@example.com', phone: '+12125550123' },
    addresses: [{ line1: '1 Main St', city: 'Albany', state: 'NY', postalCode: '12207', country: 'US' }],
  })
  ana = made.id
  for (const [i, day] of days.entries())
    await house.api('PUT', `/orders/external/till/${i}`, {
      ...{ placedAt: `${day}T23:30:00-05:00`, receiptNumber: `R-${i}`, staff: 'Till 2' },
      customer: { number: 'C-1' },
      items: [
        {
          ...{ name: 'Lunch', quantity: i + 1, unitAmount: 1000 },
          modifiers: [{ name: 'Bread', amount: 150 }],
        },
        { sku: 'SAUCE', quantity: '0.3333', unitAmount: 0 },
      ],
      taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 1150, amount: 92 }],
      payments: [
        { method: 'card', amount: 500, brand: 'visa', last4: '4242' },
        { method: 'cash', amount: 742, tendered: 1000 },
      ],
      refunds: i === 0 ? [{ amount: 200, netAmount: 185, reason: 'Cold', at: '2026-01-07T12:00:00Z' }] : [],
    })
  // More than one page of the history, of a year that nothing else is of.
  for (let i = 0; i < 25; i++)
    await house.api('PUT', `/orders/external/till/old-${i}`, {
      ...{ placedAt: `2020-03-${String(i + 1).padStart(2, '0')}T12:00:00Z`, receiptNumber: `O-${i}` },
      ...{ totals: { net: 100 }, customer: { number: 'C-1' } },
    })
})

async function open(path: string, look: Look = {}): Promise<Page> {
  const view = await openView(browser, look)
  onTestFinished(() => view.close())
  onTestFinished(() => expect(view.errors).toEqual([]))
  // The owner speaks English; the language is one chosen on the device.
  const { language = 'en' } = look
  await view.page.addInitScript((code) => localStorage.setItem('clientele-language', code), language)
  await enter(view.page, house.server, path)
  return view.page
}
const year = '?from=2026-01-01&to=2026-12-31'
const tile = (page: Page, key: string) =>
  page.locator('dl > div').filter({ has: page.getByText(t(key), { exact: true }) })

test('from the list to the figures, to another period, to a table, to a receipt and back', async () => {
  const page = await open('/customers')
  await page.getByRole('button', { name: t('common.moreFor', { name: 'Ana Bell' }), exact: true }).click()
  await page.getByRole('menuitem', { name: t('customerList.row.metrics') }).click()
  await page.waitForURL(/\/metrics$/)

  await page.getByRole('heading', { level: 1, name: 'Ana Bell' }).waitFor()
  for (const words of ['1 Main St, Albany, NY 12207', '(212) 555-0123', 'ana@example.com'])
    await page.getByText(words).waitFor()

  // Days of one's own, the wrong way round at first.
  const period = page.getByRole('combobox', { name: t('customerMetrics.period') })
  await period.click()
  await page.getByRole('option', { name: t('customerMetrics.presets.custom') }).click()
  await page.getByLabel(t('customerMetrics.from'), { exact: true }).fill('2026-02-01')
  await page.getByLabel(t('customerMetrics.to'), { exact: true }).fill('2026-01-31')
  const apply = page.getByRole('button', { name: t('customerMetrics.apply') })
  await apply.click()
  await page.getByText(t('customerMetrics.faults.reversed')).waitFor()
  await page.getByLabel(t('customerMetrics.from'), { exact: true }).fill('2026-01-01')
  await apply.click()
  await page.waitForURL(/from=2026-01-01&to=2026-01-31/)
  await tile(page, 'customerMetrics.visits').getByText('3', { exact: true }).waitFor()
  // 1150 + 2300 + 3450, less 185.
  await tile(page, 'customerMetrics.sales').getByText('$67.15').waitFor()

  const weekdays = page.getByRole('region', { name: t('customerMetrics.byWeekday') })
  await weekdays.getByRole('button', { name: t('customerMetrics.asTable') }).click()
  const tuesday = weekdays.getByRole('row', { name: /Tuesday/ })
  await tuesday.waitFor()
  expect((await tuesday.getByRole('cell').allTextContents()).join(' ')).toBe('$28.75 $57.50 2')
  // A refund alone has no average.
  expect(
    await weekdays
      .getByRole('row', { name: /Wednesday/ })
      .getByRole('cell')
      .allTextContents(),
  ).toEqual(['–', '-$1.85', '0'])
  expect(await weekdays.getByRole('rowheader').first().textContent()).toBe('Sunday')

  const history = page.getByRole('table', { name: t('customerMetrics.history') })
  await expect.poll(() => history.getByRole('link').allTextContents()).toEqual(['R-2', 'R-1', 'R-0'])
  await history.getByRole('row', { name: /R-0/ }).click()
  const receipt = page.getByRole('region', { name: t('customerMetrics.receipt.title', { number: 'R-0' }) })
  await receipt.getByRole('heading', { level: 2 }).waitFor()
  await expect.poll(() => focused(page)).toContain('R-0')
  for (const words of [
    ...['Lunch', 'Bread · $1.50', 'SAUCE', '0.3333', '8%', '•••• 4242'],
    ...['Cold', '5 Jan 2026, 11:30 PM'],
  ])
    await receipt.getByText(words).first().waitFor()
  await receipt.getByText('Tendered $10.00 · Change $2.58').waitFor()
  await expectClean(page)

  await page.keyboard.press('Escape')
  await history.waitFor()
  await expect.poll(() => focused(page)).toBe('R-0')
  await page.goBack()
  await receipt.waitFor()
  await receipt.getByRole('link', { name: t('common.back') }).click()
  await history.waitFor()
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('a receipt is printed alone, and the page without what can only be pressed', async () => {
  const page = await open(`/customers/${ana}/metrics${year}`)
  await page.getByRole('link', { name: 'R-0' }).click()
  const heading = page.getByRole('heading', { name: t('customerMetrics.receipt.title', { number: 'R-0' }) })
  await heading.waitFor()
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: t('customerMetrics.print') }).click()
  await page.locator('body[data-printed]').waitFor()

  await page.emulateMedia({ media: 'print' })
  expect(await heading.isVisible()).toBe(true)
  expect(await page.getByText('Lunch').isVisible()).toBe(true)
  for (const hidden of [
    page.getByRole('heading', { level: 1 }),
    page.getByText(t('customerMetrics.visits'), { exact: true }),
    page.getByRole('slider').first(),
    page.getByRole('button', { name: t('customerMetrics.print') }),
  ])
    expect(await hidden.isVisible()).toBe(false)
  const paper = await page.pdf()
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await page.getByRole('table', { name: t('customerMetrics.history') }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: t('customerMetrics.apply') }).isVisible()).toBe(false)
})

test('each bar tells its figures: under the mouse, and to the keys', async () => {
  const page = await open(`/customers/${ana}/metrics?from=2026-01-01&to=2026-03-31`)
  const months = page.getByRole('slider', { name: t('customerMetrics.byMonth') })
  await months.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => months.getAttribute('aria-valuetext')).toBe('January 2026: Net sales $67.15')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => months.getAttribute('aria-valuetext')).toBe('February 2026: Net sales $0.00')
  await page.getByText('February 2026').waitFor()

  const weekdays = page.getByRole('slider', { name: t('customerMetrics.byWeekday') })
  await weekdays.hover({ position: { x: await middleOf(weekdays, 2), y: 20 } })
  const hint = page.getByRole('region', { name: t('customerMetrics.byWeekday') }).locator('strong')
  expect(await hint.textContent()).toBe('Tuesday')
  expect(await hint.locator('..').textContent()).toBe('TuesdayAverage$28.75Net sales$57.50Days2')
  await page.mouse.move(1, 1)
  await expect.poll(() => hint.count()).toBe(0)
})

async function middleOf(chart: ReturnType<Page['getByRole']>, weekday: number): Promise<number> {
  const box = await chart.boundingBox()
  return ((box?.width ?? 0) / 7) * (weekday + 0.5)
}

test('the address holds the period; a long history comes page by page', async () => {
  const page = await open(`/customers/${ana}/metrics?from=2020-03-01&to=2020-03-31`)
  const links = page.getByRole('table', { name: t('customerMetrics.history') }).getByRole('link')
  await links.first().waitFor()
  await expect.poll(() => links.count()).toBe(20)
  await page.getByRole('button', { name: t('customerMetrics.older') }).click()
  await expect.poll(() => links.count()).toBe(25)

  await page.getByRole('combobox', { name: t('customerMetrics.period') }).click()
  await page.getByRole('option', { name: t('customerMetrics.presets.all') }).click()
  await page.getByRole('button', { name: t('customerMetrics.apply') }).click()
  await page.waitForURL(/period=all/)
  await page.getByText('from 29 orders').waitFor()
  const months = page.getByRole('slider', { name: t('customerMetrics.byMonth') })
  await months.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => months.getAttribute('aria-valuetext')).toBe('March 2020: Net sales $25.00')
  await page.reload()
  await page.getByText('from 29 orders').waitFor()
})

test.each<[Language, boolean, string]>([
  ['en', true, '$67.15'],
  ['es', false, '67,15'],
])('in %s, on a phone: %s, the page fits and is free of findings', async (language, phone, sales) => {
  const texts = textsOf(language)
  const page = await open(`/customers/${ana}/metrics${year}`, { language, phone })
  if (phone) await page.setViewportSize({ width: 360, height: 740 })
  await page.getByText(texts('customerMetrics.byMonth')).waitFor()
  await page.locator('dl').getByText(sales).waitFor()
  await expectClean(page)
  if (language === 'es') {
    const weekdays = page.getByRole('region', { name: texts('customerMetrics.byWeekday') })
    await weekdays.getByRole('button', { name: texts('customerMetrics.asTable') }).click()
    expect(await weekdays.getByRole('rowheader').first().textContent()).toBe('lunes')
  }
  await page.getByRole('link', { name: 'R-1' }).click()
  await page.getByText(texts('customerMetrics.receipt.summary')).waitFor()
  await expectClean(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('a great sum has its room on a phone, and so has what stands beside the bars', async () => {
  const texts = textsOf('es')
  const { id } = await house.api('POST', '/customers', {
    type: 'business',
    businessName: 'Big',
    number: 'C-2',
  })
  await house.api('PUT', '/orders/external/till/big', {
    ...{ placedAt: '2026-02-03T12:00:00Z', totals: { net: 10_487_500 }, customer: { number: 'C-2' } },
  })
  const page = await open(`/customers/${id}/metrics${year}`, { language: 'es', phone: true })
  await page.getByText(texts('customerMetrics.byWeekday')).waitFor()
  await page.locator('dl').getByText('104.875,00').waitFor()

  const outside = await page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    const found: string[] = []
    const range = document.createRange()
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      range.selectNodeContents(text)
      const { left, right, width } = range.getBoundingClientRect()
      const box = text.parentElement?.closest('dl > div, section')?.getBoundingClientRect()
      if (box !== undefined && width > 0 && (left < box.left + 8 || right > box.right - 8))
        found.push(text.textContent ?? '')
    }
    return found
  })
  expect(outside).toEqual([])
})
