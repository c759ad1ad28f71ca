/**
 * What the screens are like in a browser, over as many customers as the folder has: how long the page takes to answer
 * what a person does, for a minute of searching, opening, editing and going back, and how many rows stand in it.
 */
import type { Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { percentile } from './http-load.ts'
import { startProduct } from './product.ts'

export type Face = {
  readonly customers: number
  readonly data: string
  readonly seconds: number
  readonly json: boolean
}

const credentials = { email: 'owner0@example.com', password: 'a long enough phrase' }
const searches = ['smith', 'garc', 'ann', 'wal', 'maria l', 'cafe', 'mill', 'jon', 'gonz', 'har']
/** Shorter ones are answered within a frame; the browser does not tell of them. */
const SHORTEST_TOLD_MS = 16

export async function measureFace({ customers, data, seconds, json }: Face): Promise<void> {
  const product = await startProduct({ data, customers, merchants: 1, session: false })
  const url = `http://127.0.0.1:${product.port}`
  const browser = await launchBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await watch(page)
    await signIn(page, url)
    const rows = await workFor(page, seconds)
    const told = await interactionsOf(page)
    const figures = {
      customers,
      interactions: rows.done,
      slowerThanAFrame: told.length,
      // Those that are not told of were answered within a frame.
      p98: percentile([...told, ...Array(Math.max(0, rows.done - told.length)).fill(SHORTEST_TOLD_MS)], 0.98),
      most: Math.max(0, ...told),
      mostRows: rows.most,
    }
    process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${textOf(figures)}\n`)
  } finally {
    await browser.close()
    await product.stop()
  }
}

const textOf = (figures: object) =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join('\n')

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.locator('input[type=email]').fill(credentials.email)
  await page.locator('input[type=password]').fill(credentials.password)
  await page.keyboard.press('Enter')
  await page.getByRole('row').nth(5).waitFor()
}

/** As the web-vitals of a page are counted: an interaction is what its slowest event took until the next frame. */
function watch(page: Page): Promise<unknown> {
  return page.addInitScript((threshold) => {
    const slowest = new Map<number, number>()
    Object.assign(window, { slowest })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId > 0)
          slowest.set(entry.interactionId, Math.max(slowest.get(entry.interactionId) ?? 0, entry.duration))
      }
    }).observe({ type: 'event', durationThreshold: threshold, buffered: true } as PerformanceObserverInit)
  }, SHORTEST_TOLD_MS)
}

const interactionsOf = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { slowest: Map<number, number> }).slowest.values()])

type Worked = { readonly done: number; readonly most: number }

async function workFor(page: Page, seconds: number): Promise<Worked> {
  const end = performance.now() + seconds * 1000
  let done = 0
  let most = 0
  const press = async (key: string) => {
    await page.keyboard.press(key)
    done++
    await page.waitForTimeout(60)
  }
  for (let round = 0; performance.now() < end; round++) {
    await press('/')
    for (const letter of searches[round % searches.length] as string) await press(letter)
    await page.waitForTimeout(400)
    most = Math.max(most, await page.getByRole('row').count())
    for (let i = 0; i < 3; i++) await press('ArrowDown')
    await page.mouse.wheel(0, 3000)
    await page.waitForTimeout(200)
    most = Math.max(most, await page.getByRole('row').count())
    await page.getByRole('row').nth(3).getByRole('link').first().click()
    await page.waitForURL(/customers\/[0-9a-f-]{36}/)
    done++
    await page.locator('a[href$="/edit"]').first().click()
    done++
    await page.getByRole('main').getByRole('textbox').first().click()
    done++
    for (const letter of 'abc') await press(letter)
    await page.goBack()
    await page.locator('[role=dialog], [role=alertdialog]').getByRole('button').last().click()
    await page.waitForURL(/customers\/[0-9a-f-]{36}$/)
    await page.goBack()
    await page.getByRole('row').nth(2).waitFor()
    await press('/')
    await press('Control+a')
    await press('Backspace')
  }
  return { done, most }
}
