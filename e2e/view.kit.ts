import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { atRest, findingsOf } from './axe.kit.ts'
import { launchBrowser } from './browser.ts'
import { openHouse } from './house.kit.ts'
import { type House, type Look, openPage, type View } from './screens.kit.ts'

/** For the tests of a file: a browser, and a Clientele of their own. */
export async function openForTests(options: Parameters<typeof openHouse>[0] = {}): Promise<{
  readonly browser: Browser
  readonly house: House
  close(): Promise<void>
}> {
  await ensureWebBuilt()
  const house = await openHouse(options)
  try {
    const browser = await launchBrowser()
    return {
      browser,
      house,
      close: async () => {
        await browser.close()
        await house.close()
      },
    }
  } catch (error) {
    await house.close()
    throw error
  }
}

/** A page in a test: what stood on the screen when it failed says more than the line that waited. */
export async function openView(browser: Browser, look: Look = {}): Promise<View> {
  const view = await openPage(browser, look)
  onTestFailed(async ({ task }) => {
    await view.page.screenshot({ path: join(tmpdir(), `clientele-${task.id}.png`) }).catch(() => undefined)
  })
  return view
}

/** Axe finds nothing once the page has come to rest. */
export async function expectClean(page: Page): Promise<void> {
  await atRest(page)
  expect(await findingsOf(page)).toEqual([])
}
