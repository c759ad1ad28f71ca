// The first minutes: three doors after setup, and a sample business that is marked wherever one goes.
import type { Browser } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})

test('the empty list leads to the doors, one of them into the sample; it is marked everywhere, left and removed', {
  timeout: 60_000,
}, async () => {
  const view = await openView(browser, { phone: true })
  onTestFinished(() => view.close())
  const { page } = view
  const own = 'Casa O’Hara & Daughters'
  await house.api('PATCH', '/settings', { name: own })
  await signIn(page, house.server)
  const otherWays = page.getByRole('link', { name: t('customerList.empty.otherWays') })
  await otherWays.waitFor()
  // Where nobody is there is nothing to search or to narrow.
  await expect.poll(() => page.getByRole('searchbox').count()).toBe(0)
  await otherWays.click()
  await page.getByRole('heading', { name: t('start.title'), level: 1 }).waitFor()
  await expectClean(page)

  await page.getByRole('button', { name: t('start.sample.action') }).click()
  const mark = page.getByRole('region', { name: t('shell.sample.mark') })
  await mark.waitFor()
  for (const path of ['/customers', '/settings/tags', '/imports', '/customers/new']) {
    await page.goto(house.server.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await mark.waitFor()
  }
  await expectClean(page)
  await page.goto(`${house.server.url}/start`)
  await page.getByRole('heading', { name: t('start.customer.title') }).waitFor()
  expect(await page.getByRole('button', { name: t('start.sample.action') }).count()).toBe(0)
  await page.goto(`${house.server.url}/customers/new`)
  const back = mark.getByRole('button', { name: t('shell.sample.back', { name: own }) })
  const isWhole = (element: Element) =>
    element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight
  expect(await Promise.all([mark, back].map((one) => one.evaluate(isWhole)))).toEqual([true, true])
  const typed = page.getByRole('textbox', { name: t('customerFields.firstName'), exact: true })
  const unsaved = page.getByRole('dialog', { name: t('common.leaveTitle') })
  await typed.fill('Ann')
  const account = page.getByRole('button', { name: /^Account of/ })
  const fromMenu = async (name: string) => {
    await account.click()
    await page.getByRole('menuitem', { name }).click()
  }
  for (const end of [() => back.click(), () => fromMenu(t('shell.sample.remove'))]) {
    await end()
    await unsaved.getByRole('button', { name: t('common.stay') }).click()
    await unsaved.waitFor({ state: 'detached' })
    expect(await typed.inputValue()).toBe('Ann')
  }
  await back.click()
  await unsaved.getByRole('button', { name: t('common.leave') }).click()
  await page.getByText(t('customerList.empty.title')).waitFor()
  await mark.waitFor({ state: 'detached' })

  await fromMenu(t('shell.sample.open'))
  await mark.waitFor()
  const other = await page.context().newPage()
  await other.goto(`${house.server.url}/settings/tags`)
  const otherMark = other.getByRole('region', { name: t('shell.sample.mark') })
  await otherMark.waitFor()
  await fromMenu(t('shell.sample.remove'))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('shell.sample.remove') })
    .click()
  await page.getByText(t('customerList.empty.title')).waitFor()
  await mark.waitFor({ state: 'detached' })
  await otherMark.waitFor({ state: 'detached' })

  await page.goto(`${house.server.url}/settings/business`)
  const country = page.getByRole('combobox', { name: t('settings.business.country'), exact: true })
  await country.click()
  await page.keyboard.type('nowhere')
  await page.getByText(t('lists.nothingFound')).waitFor()
  await country.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Tab')
  await country.click()
  await page.keyboard.type('spa')
  await page.keyboard.press('Enter')
  expect(await country.inputValue()).toBe('Spain')

  const after = async (typed: string, ...keys: string[]) => {
    await page.keyboard.press('Control+a')
    await (typed === '' ? page.keyboard.press('Delete') : page.keyboard.type(typed))
    for (const key of keys) await page.keyboard.press(key)
    return country.inputValue()
  }
  expect(await after('Spain', 'Enter')).toBe('Spain')
  expect(await after('', 'Enter')).toBe('Spain')
  expect(await after('fra', 'Escape')).toBe('Spain')
  // As fast as fingers are: the list sets its place a moment after the first letter has opened it.
  const walked = async (typed: string, ...keys: string[]) => {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed, { delay: 50 })
    for (const key of keys) await page.keyboard.press(key)
    return country.inputValue()
  }
  expect(await walked('ger', 'ArrowDown', 'Tab')).toBe('Algeria')
  await country.focus()
  expect(await walked('spa', 'ArrowDown', 'ArrowUp', 'Enter')).toBe('Spain')
  expect(view.errors).toEqual([])
})
