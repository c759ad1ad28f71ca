// The list of more customers than are counted: its scrollbar, its rows in the document, its place, its looks.
import type { Browser, Locator, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { drawn } from './axe.kit.ts'
import { enter, type House, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests({ customers: 12_000 })
  ;({ browser, house } = opened)
  return opened.close
})

test('the scrollbar reaches the last of twelve thousand with at most sixty rows drawn, and Back finds the place even after a long call', async () => {
  const page = await openList({ hasClock: true })
  const region = page.locator('[data-scroll-restoration-id="customers"]')
  const { items } = await house.api('GET', '/customers?at=1&limit=1&fields=displayName')

  for (const part of [0.3, 0.7, 1]) {
    await scrollTo(region, part)
    await loaded(page)
    expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(60)
  }
  await page
    .getByRole('link', { name: items[0]?.displayName ?? '', exact: true })
    .last()
    .waitFor()

  await scrollTo(region, 0.5)
  await loaded(page)
  const before = await inView(region)
  const [row = ''] = before.slice(5)
  await page.locator(`tr[data-row="${row.split(' ')[0]}"] [data-name]`).click()
  await page.waitForURL(/customers\/[0-9a-f-]{36}/)
  await page.clock.fastForward('15:00')
  await page.goBack()
  await expect.poll(() => inView(region)).toEqual(before)
})

test('upwards and downwards from where somebody jumped to, no row is missing or twice', async () => {
  const page = await openList()
  const region = page.locator('[data-scroll-restoration-id="customers"]')
  await scrollTo(region, 0.5)
  await loaded(page)
  const seen = new Map<number, string>()
  const look = async () => {
    await loaded(page)
    for (const row of await inView(region)) seen.set(Number(row.split(' ')[0]), row.split(' ')[1] ?? '')
  }
  await region.hover()
  for (const by of [...Array(14).fill(-350), ...Array(24).fill(350)]) {
    const from = await region.evaluate((element) => element.scrollTop)
    await page.mouse.wheel(0, by)
    await expect.poll(() => region.evaluate((element) => element.scrollTop), { interval: 10 }).not.toBe(from)
    await look()
  }
  const places = [...seen.keys()].sort((a, b) => a - b)
  expect(places.length).toBeGreaterThan(150)
  expect(places.at(-1)).toBe((places[0] ?? 0) + places.length - 1)
  expect(new Set(seen.values()).size).toBe(seen.size)
})

test('row height and column widths, set by keys, are there again after a reload', async () => {
  const page = await openList()
  const first = page.locator('tr[data-row="0"]')
  const edge = page.getByRole('separator', {
    name: t('customerList.columnWidth', { column: t('customerList.columns.email') }),
  })
  await edge.focus()
  const width = Number(await edge.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(width + 16))
  await page.getByRole('button', { name: t('customerList.chooser.button'), exact: true }).click()
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await page.getByText(t('customerList.chooser.compact'), { exact: true }).click()
  await kept
  await expectClean(page)

  await page.reload()
  await first.waitFor()
  await expect.poll(async () => (await first.boundingBox())?.height).toBe(36)
  await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(width + 16))
})

test('the row in use offers what its customer can be reached by', async () => {
  const page = await openList()
  const row = page.locator('tbody tr', { has: page.locator('[class*="contact"][data-figure]') }).first()
  await row.hover()
  const name = (await row.locator('[data-name]').textContent()) ?? ''
  const call = row.getByRole('link', { name: t('customerList.row.callTo', { name }), exact: true })
  expect(await call.getAttribute('href')).toMatch(/^tel:\+?\d+$/)
  await expectClean(page)
})

test('on paper goes every row that was read, as a table without what one clicks on', async () => {
  const page = await openList()
  const rows = page.locator('tr[data-row]')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect.poll(() => rows.count()).toBe(100)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('checkbox').first().isVisible()).toBe(false)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(60)
})

async function openList({ hasClock = false } = {}): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  if (hasClock) await view.page.clock.install()
  await enter(view.page, house.server, '/customers')
  await loaded(view.page)
  await view.page.getByText(t('customerList.countAbout', { number: '' }).trim().split(' ')[0] ?? '').waitFor()
  return view.page
}

const scrollTo = (region: Locator, part: number) =>
  region.evaluate((element, part) => {
    element.scrollTop = part * (element.scrollHeight - element.clientHeight)
  }, part)

/** Rows in the middle of the screen and no more skeletons, of where it was scrolled to. */
async function loaded(page: Page): Promise<void> {
  await drawn(page)
  await page.waitForFunction(() => {
    const box = document.querySelector('[data-scroll-restoration-id="customers"]')?.getBoundingClientRect()
    if (box === undefined || document.querySelector('tr[data-loading]') !== null) return false
    const [x, y] = [box.left + box.width / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2]
    return document.elementFromPoint(x, y)?.closest('tr[data-row]') != null
  })
}

/** Place and link of the rows that are wholly in view. */
const inView = (region: Locator): Promise<string[]> =>
  region.evaluate((element) => {
    const box = element.getBoundingClientRect()
    return [...element.querySelectorAll<HTMLElement>('tr[data-row]')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      const link = row.querySelector('[data-name]')?.getAttribute('href')
      return top >= box.top + 40 && bottom <= box.bottom ? [`${row.dataset.row} ${link}`] : []
    })
  })
