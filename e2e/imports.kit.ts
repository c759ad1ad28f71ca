// What the journeys of imports do to the page, and read from it.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** As dragging it over the page does: the browser makes the event, the page takes the file from it. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const zone = page.locator('label:has(input[type="file"])')
  await zone.waitFor()
  const bytes = [...Buffer.from(text, text.startsWith('\u0089') ? 'latin1' : 'utf8')]
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], fileName))
      return transfer
    },
    [name, bytes] as const,
  )
  await zone.dispatchEvent('drop', { dataTransfer })
}

/** The field of each column by its header. */
export async function targetsOf(page: Page): Promise<Record<string, string>> {
  const names = await page
    .getByRole('button', { name: /^Field for the column/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
  return Object.fromEntries(names.map((name) => name.slice('Field for the column “'.length).split('”: ')))
}

export const tallyOf = (page: Page) =>
  page
    .locator('main dl dd')
    .filter({ visible: true })
    .allInnerTexts()
    .then((all) => all.slice(0, 5))

export async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}
