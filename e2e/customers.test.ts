// First start, create a person and a company, search, edit, tag, delete many, undo, restore: in each language.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { launchBrowser } from './browser.ts'
import { openHouse } from './house.kit.ts'
import { type Language, owner, textsOf } from './screens.kit.ts'
import { openView } from './view.kit.ts'

let browser: Browser

beforeAll(async () => {
  await ensureWebBuilt()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each(['en', 'es'] as const)(
  'from the first start to a restored customer, in %s',
  { timeout: 120_000 },
  async (language) => {
    const house = await openHouse({ empty: true })
    onTestFinished(() => house.close())
    const view = await openView(browser, { language })
    const { page } = view
    const t = textsOf(language)

    await page.goto(house.server.url)
    await firstStart(page, language)
    await create(page, language, 'personal', {
      'customerFields.firstName': 'María',
      'customerFields.lastName': "O'Neill",
    })
    await create(page, language, 'business', { 'customerFields.businessName': 'Blue Smith Bakery' })

    await search(page, language, 'oneil')
    await page.getByRole('link', { name: "María O'Neill" }).first().click()
    await page.waitForURL(/customers\/[0-9a-f-]{36}/)
    await page.getByRole('link', { name: t('customerRecord.edit'), exact: true }).click()
    await page.getByRole('textbox', { name: t('customerFields.lastName'), exact: true }).fill('Ramírez')
    await page.getByRole('button', { name: t('customerForm.save') }).click()
    await page.getByText(t('customerForm.updated')).waitFor()

    await page.goto(`${house.server.url}/customers`)
    await selectAll(page, language, 2)
    await addTag(page, language, 'VIP')
    await page.getByText(t('bulk.done.addTag_other', { name: 'VIP', count: 2 })).waitFor()

    await selectAll(page, language, 2)
    const bar = page.getByRole('region', { name: t('customerList.selection.label') })
    await bar.getByRole('button', { name: t('customerList.selection.delete'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('customerList.remove.confirm'), exact: true })
      .click()
    const told = page.getByRole('status').filter({ hasText: t('bulk.done.inactivate_other', { count: 2 }) })
    await told.waitFor()
    await page.getByText(t('customerList.empty.title')).waitFor()
    await told.getByRole('button', { name: t('common.undo') }).click()
    await page.getByRole('link', { name: 'Blue Smith Bakery' }).first().waitFor()

    await page.getByRole('link', { name: 'María Ramírez' }).first().click()
    await page.waitForURL(/customers\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: t('common.more'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('customerList.row.delete') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('customerList.remove.confirm'), exact: true })
      .click()
    await page.getByText(t('customerList.remove.done')).waitFor()
    await page.goto(`${house.server.url}/customers?status=inactive`)
    await page.getByRole('link', { name: 'María Ramírez' }).first().click()
    await page
      .getByRole('button', { name: t('customerRecord.restore') })
      .first()
      .click()
    await page.getByText(t('customerList.remove.restored')).first().waitFor()
    await page.goto(`${house.server.url}/customers`)
    await page.getByRole('link', { name: 'María Ramírez' }).first().waitFor()

    expect(view.errors).toEqual([])
    await view.close()
  },
)

async function firstStart(page: Page, language: Language): Promise<void> {
  const t = textsOf(language)
  await page.getByLabel(t('auth.setup.business'), { exact: true }).fill('North Deli')
  await page.getByLabel(t('auth.setup.name'), { exact: true }).fill('Owner')
  await page.getByLabel(t('auth.setup.email'), { exact: true }).fill(owner.email)
  await page.getByLabel(t('auth.setup.password'), { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: t('auth.setup.submit'), exact: true }).click()
  await page.getByRole('heading', { name: t('start.title'), level: 1 }).waitFor()
  await page.getByRole('link', { name: t('start.empty.action') }).click()
  await page.getByText(t('customerList.empty.title')).waitFor()
}

async function create(
  page: Page,
  language: Language,
  type: 'personal' | 'business',
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const t = textsOf(language)
  await page.goto(`${new URL(page.url()).origin}/customers/new?type=${type}`)
  for (const [key, value] of Object.entries(fields))
    await page.getByRole('textbox', { name: t(key), exact: true }).fill(value)
  await page.getByRole('button', { name: t('customerForm.save') }).click()
  await page.getByText(t('customerForm.created')).waitFor()
}

async function search(page: Page, language: Language, words: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/customers`)
  const field = page.getByRole('searchbox', { name: textsOf(language)('customerList.search') })
  await field.waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.waitForURL(/q=/)
  expect(await field.inputValue()).toBe(words)
}

async function selectAll(page: Page, language: Language, count: number): Promise<void> {
  const t = textsOf(language)
  // What has not come yet cannot be ticked.
  await expect.poll(() => page.locator('tbody [data-name]').count()).toBe(count)
  await page.getByRole('checkbox', { name: t('customerList.row.selectLoaded') }).check()
  await page
    .getByText(t(`customerList.selection.count_${count === 1 ? 'one' : 'other'}`, { count }))
    .first()
    .waitFor()
}

async function addTag(page: Page, language: Language, tag: string): Promise<void> {
  const t = textsOf(language)
  const bar = page.getByRole('region', { name: t('customerList.selection.label') })
  await bar.getByRole('button', { name: t('customerList.selection.addTag') }).click()
  await page.getByRole('button', { name: tag, exact: true }).click()
}
