// Taking customers away: a selection and all that match, from the list to the file as another program reads it.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { rowsOfCsv, rowsOfXlsx } from '../server/test/sheets.ts'
import { type House, type Language, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  const person = (firstName: string, more: object = {}) =>
    house.api('POST', '/customers', { type: 'personal', firstName, ...more })
  await person('Ann', { tags: ['VIP'], email: 'ann@example.com', phones: [{ number: '+1 212 555 0123' }] })
  await person('Bob', { tags: ['VIP'], email: 'bob@example.com' })
  await person('Cem', { email: 'cem@example.com' })
  await person('Dora', { tags: ['VIP', 'Press'], nickname: '=1+1' })
  const { id } = await person('Eva', { tags: ['VIP'] })
  await house.api('DELETE', `/customers/${id}`)
})

test('a selection of a filtered list is saved as CSV with the columns that were chosen', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('en')
  await page.goto(`${house.server.url}/customers?tag=VIP`)

  for (const name of ['Ann', 'Dora']) await select(page, t('customerList.row.select', { name }))
  await page
    .getByRole('region', { name: t('customerList.selection.label') })
    .getByRole('button', { name: t('customerList.export') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('exporting.dialog') })
  await dialog.getByRole('radio', { name: `${t('exporting.rows.selection')} (2)` }).waitFor()
  await dialog.getByRole('radio', { name: t('exporting.columns.chosen') }).check()
  await dialog.getByRole('button', { name: t('exporting.columns.selectNone'), exact: true }).click()
  await dialog.getByText(t('exporting.columns.none')).waitFor()
  await dialog.getByRole('checkbox', { name: t('customerFields.tags') }).check()
  await dialog.getByRole('searchbox', { name: t('exporting.columns.find') }).fill('nick')
  await dialog.getByRole('checkbox', { name: t('customerFields.nickname') }).check()
  await dialog.getByRole('searchbox').fill('')
  await dialog.getByRole('checkbox', { name: t('customerFields.email'), exact: true }).check()
  await expectClean(page)
  const file = await saved(page, t('exporting.startCount_other', { count: 2 }))
  await dialog.getByText(t('exporting.end.saved')).waitFor()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('customerList.export'))
  expect(file.name).toMatch(/^Customer Report \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.csv$/)
  const text = file.bytes.toString()
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(rowsOfCsv(text.slice(1))).toEqual([
    ['nickname', 'email', 'tags'],
    ['', 'ann@example.com', '["VIP"]'],
    ["'=1+1", '', '["VIP","Press"]'],
  ])
  expect(errors).toEqual([])
})

test('all that match are saved as a workbook with the columns of the list, on a phone and in Spanish', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('es', { phone: true, scheme: 'dark' })
  await page.goto(`${house.server.url}/customers?tag=VIP`)

  await select(page, t('customerList.row.select', { name: 'Bob' }))
  await page.getByRole('button', { name: t('customerList.selection.selectAll_other', { count: 3 }) }).click()
  await page
    .getByRole('region', { name: t('customerList.selection.label') })
    .getByRole('button', { name: t('customerList.export') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('exporting.dialog') })
  await dialog.getByRole('radio', { name: `${t('exporting.rows.narrowed')} (3)` }).waitFor()
  await dialog.getByText(t('exporting.status.all'), { exact: true }).click()
  await dialog.getByText(t('exporting.format.xlsx'), { exact: true }).click()
  await dialog.getByText(t('exporting.format.xlsxText')).waitFor()
  await expectClean(page)
  const file = await saved(page, t('exporting.startCount_other', { count: 4 }))
  await dialog.getByText(t('exporting.end.saved')).waitFor()
  await dialog.getByRole('link', { name: t('exporting.past') }).click()
  await page.getByRole('heading', { name: t('exporting.title'), level: 1 }).waitFor()
  await page
    .getByRole('main')
    .getByRole('link', { name: t('shell.nav.imports') })
    .waitFor()
  expect(await page.locator('nav a[data-status]').allInnerTexts()).toContain(t('shell.nav.imports'))
  await expectClean(page)
  const again = await downloaded(page, () =>
    page.getByRole('link', { name: t('exporting.list.downloadNamed', { name: file.name }) }).click(),
  )

  const [headers = [], ...rows] = await rowsOfXlsx(file.bytes)
  const column = (name: string) => rows.map((cells) => cells[headers.indexOf(name)] ?? null)
  expect(headers.slice(0, 3)).toEqual(['displayName', 'tags', 'organizations'])
  expect(column('displayName').toSorted()).toEqual(['Ann', 'Bob', 'Dora', 'Eva'])
  expect(column('phone').filter((phone) => phone !== null)).toHaveLength(1)
  expect(again.bytes.equals(file.bytes)).toBe(true)
  expect(errors).toEqual([])
})

test('an export that breaks off is told with its reason and the way back to the choice', async () => {
  const { page, t } = await open('en')
  await page.route(/\/api\/v1\/exports\/[0-9a-f-]{36}$/, async (route) => {
    const answer = await (await route.fetch()).json()
    await route.fulfill({
      json: { ...answer, state: 'failed', error: { code: 'disk.full', message: 'The disk is full' } },
    })
  })

  await page.getByRole('button', { name: t('customerList.export'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t('exporting.dialog') })
  await dialog.getByRole('radio', { name: t('exporting.columns.all'), exact: true }).check()
  await dialog.getByRole('button', { name: t('exporting.startCount_other', { count: 4 }) }).click()
  await dialog
    .getByRole('alert')
    .filter({ hasText: t('exporting.end.disk_full') })
    .waitFor()
  await expectClean(page)
  await dialog.getByRole('button', { name: t('exporting.end.retry') }).click()

  const all = dialog.getByRole('radio', { name: t('exporting.columns.all'), exact: true })
  await all.waitFor()
  expect(await all.isChecked()).toBe(true)
})

test('one that is being written is cancelled from the list of exports, also on a phone', async () => {
  for (const phone of [false, true]) {
    const { page, t } = await open('en', { phone })
    const { id } = await house.api('POST', '/exports', { kind: 'customers', format: 'csv' })
    // Whole, so that nothing is really cancelled and called so in the next round as well.
    await expect.poll(() => house.api('GET', `/exports/${id}`)).toMatchObject({ state: 'succeeded' })
    let state = 'running'
    await page.route('**/api/v1/exports?**', async (route) => {
      const { items, ...answer } = await (await route.fetch()).json()
      const shown = items.map((item: { id: string }) => (item.id === id ? { ...item, state } : item))
      await route.fulfill({ json: { ...answer, items: shown } })
    })
    await page.route(`**/api/v1/exports/${id}/cancel`, async (route) => {
      state = 'cancelled'
      await route.fulfill({ json: { ...(await (await route.fetch()).json()), state } })
    })
    await page.goto(`${house.server.url}/exports`)
    const cancel = page.getByRole('button', { name: /^Cancel / })
    await cancel.waitFor()
    await expectClean(page)
    expect(await cancel.count()).toBe(1)
    await cancel.click()
    await page.getByText(t('exporting.list.states.cancelled')).waitFor()
    await cancel.waitFor({ state: 'detached' })
  }
})

test('who may not export is not offered to', async () => {
  const { page, t } = await open('en')
  await page.route('**/api/v1/session', async (route) => {
    const session = await (await route.fetch()).json()
    const permissions = session.permissions.filter((one: string) => one !== 'customers.export')
    await route.fulfill({ json: { ...session, permissions } })
  })

  await page.reload()
  await select(page, t('customerList.row.select', { name: 'Ann' }))
  await page.getByRole('button', { name: t('customerList.selection.addTag') }).waitFor()

  expect(await page.getByRole('button', { name: t('customerList.export'), exact: true }).count()).toBe(0)
})

async function open(language: Language, look: { scheme?: 'light' | 'dark'; phone?: boolean } = {}) {
  const view = await openView(browser, { language, ...look })
  onTestFinished(() => view.close())
  // The owner speaks English; the language is one chosen on the device.
  await view.page.addInitScript((code) => localStorage.setItem('clientele-language', code), language)
  await signIn(view.page, house.server, language)
  return { page: view.page, errors: view.errors, t: textsOf(language) }
}

const select = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).click()

const saved = (page: Page, button: string) =>
  downloaded(page, () => page.getByRole('button', { name: button, exact: true }).click())

async function downloaded(page: Page, start: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
