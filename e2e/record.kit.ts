// A record opened in a browser of its own, and what one edits on it.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, onTestFinished } from 'vitest'
import { enter, type House, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')

/** A house for the tests of a file. */
export function recordsForTests() {
  let browser: Browser
  let house: House
  beforeAll(async () => {
    const opened = await openForTests()
    ;({ browser, house } = opened)
    return opened.close
  })
  return {
    house: () => house,
    browser: () => browser,
    make: (customer: object) =>
      house.api('POST', '/customers', { type: 'personal', firstName: 'Ann', lastName: 'Bell', ...customer }),
    kept: async (id: string) =>
      (await house.api('GET', `/customers/${id}`)) as unknown as Record<string, unknown>,
    openRecord: async (id: string): Promise<Page> => {
      const view = await openView(browser)
      onTestFinished(() => view.close())
      await enter(view.page, house.server, `/customers/${id}`)
      await view.page.getByRole('heading', { level: 1 }).waitFor()
      return view.page
    },
  }
}

export const pencil = (page: Page, field: string) =>
  page.getByRole('button', { name: t('customerRecord.inPlace.edit', { field }), exact: true })
export const field = (page: Page, key: string) => page.getByRole('textbox', { name: t(key), exact: true })
