import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { type Look, openPage, type View } from './screens.kit.ts'

/** A page in a test: what stood on the screen when it failed says more than the line that waited. */
export async function openView(browser: Browser, look: Look = {}): Promise<View> {
  const view = await openPage(browser, look)
  onTestFailed(async ({ task }) => {
    await view.page.screenshot({ path: join(tmpdir(), `clientele-${task.id}.png`) }).catch(() => undefined)
  })
  return view
}
