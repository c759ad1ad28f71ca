// A day's work without a mouse: from the first start to signing out, by keys alone.
import type { Browser, Locator, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, owner, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests({ empty: true })
  ;({ browser, house } = opened)
  return opened.close
})

const MOST_TABS = 60

/** Tab by Tab, as somebody without a mouse gets there; what cannot be reached so fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  throw new Error(`${MOST_TABS} tabs did not lead to ${target}; the focus is on ${where}`)
}

const hasFocus = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: t(label), exact: true }))
  await page.keyboard.type(text)
}

/** Of a list that is searched: typed, and on with Tab. */
async function choose(page: Page, label: string, text: string, chosen: string): Promise<void> {
  const field = page.getByRole('combobox', { name: t(label), exact: true })
  await tabTo(page, field)
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
  await expect.poll(() => field.inputValue()).toBe(chosen)
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

const button = (page: Page, label: string, values = {}) =>
  page.getByRole('button', { name: t(label, values), exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** By name, in what is found for it. */
async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  // At once, and all along while the palette comes: no key is lost, whenever its field gets the focus.
  await page.keyboard.type(words, { delay: 25 })
  const field = page.getByRole('combobox', { name: t('shell.palette.title') })
  await expect.poll(() => hasFocus(field)).toBe(true)
  expect(await field.inputValue()).toBe(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('a business is set up and its customers are made, found, edited, tagged, deleted and restored by keys alone', async () => {
  const view = await openView(browser)
  const { page } = view
  onTestFinished(() => view.close())
  onTestFinished(() => expect(view.errors).toEqual([]))
  await page.addInitScript(() => {
    addEventListener('mousedown', (event) => {
      throw new Error(`a mouse was used on ${(event.target as Element).outerHTML}`)
    })
  })

  await page.goto(house.server.url)
  await setUp(page)
  await makeTwo(page)
  await edit(page)
  await tagAll(page)
  await deleteAndUndo(page)
  await restore(page)
  await leave(page)
})

async function setUp(page: Page): Promise<void> {
  await tabTo(page, page.getByLabel(t('auth.setup.business'), { exact: true }))
  await page.keyboard.type('North Deli')
  await choose(page, 'auth.setup.country', 'spa', 'Spain')
  await tabTo(page, page.getByLabel(t('auth.setup.name'), { exact: true }))
  await page.keyboard.type('Robin Hart')
  await tabTo(page, page.getByLabel(t('auth.setup.email'), { exact: true }))
  await page.keyboard.type(owner.email)
  await tabTo(page, page.getByLabel(t('auth.setup.password'), { exact: true }))
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: t('start.empty.action') }))
  await page.getByText(t('customerList.empty.title')).waitFor()
}

async function makeTwo(page: Page): Promise<void> {
  for (const [first, last] of [
    ['Ann', 'Bell'],
    ['Cem', 'Demir'],
  ] as const) {
    await page.keyboard.press('n')
    await page.waitForURL(/customers\/new/)
    await type(page, 'customerFields.firstName', first)
    await type(page, 'customerFields.lastName', last)
    await choose(page, 'customerForm.birthday.month', 'feb', 'February')
    await type(page, 'customerForm.birthday.day', '12')
    await page.keyboard.press('Control+s')
    await heading(page, `${first} ${last}`).waitFor()
  }
}

async function edit(page: Page): Promise<void> {
  await toCustomers(page)
  await page.keyboard.press('/')
  await page.keyboard.type('bel')
  await page.waitForURL(/q=bel/)
  await page.getByRole('link', { name: 'Cem Demir' }).first().waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await heading(page, 'Ann Bell').waitFor()
  await press(page, page.getByRole('button', { name: t('customerFields.email') }))
  const email = page.getByRole('textbox', { name: t('customerFields.email'), exact: true })
  await expect.poll(() => hasFocus(email)).toBe(true)
  await page.keyboard.type('ann@example.com')
  await page.keyboard.press('Enter')
  await page.getByText('ann@example.com').first().waitFor()
  await goTo(page, 'Cem Demir')
  await heading(page, 'Cem Demir').waitFor()
}

async function toCustomers(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForURL(/\/customers(\?|$)/)
  await page.getByRole('link', { name: 'Ann Bell' }).first().waitFor()
}

async function tagAll(page: Page): Promise<void> {
  await toCustomers(page)
  await press(page, page.getByRole('checkbox', { name: t('customerList.row.selectLoaded') }), 'Space')
  await press(page, button(page, 'customerList.selection.addTag'))
  await page.getByRole('button', { name: 'VIP', exact: true }).waitFor()
  await press(page, page.getByRole('button', { name: 'VIP', exact: true }))
  await page.getByText(t('bulk.done.addTag_other', { name: 'VIP', count: 2 })).waitFor()
}

async function deleteAndUndo(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await press(page, button(page, 'customerList.selection.delete'))
  await press(
    page,
    page.getByRole('dialog').getByRole('button', { name: t('customerList.remove.confirm'), exact: true }),
  )
  const told = page.getByRole('status').filter({ hasText: t('bulk.done.inactivate_one', { count: 1 }) })
  // What passes by is not on paper.
  await told.waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await told.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await press(page, told.getByRole('button', { name: t('common.undo') }))
  await page.getByRole('link', { name: 'Ann Bell' }).first().waitFor()
  await page.getByRole('link', { name: 'Cem Demir' }).first().waitFor()
}

async function restore(page: Page): Promise<void> {
  await goTo(page, 'Ann Bell')
  await heading(page, 'Ann Bell').waitFor()
  await press(page, button(page, 'common.more'))
  await lastOfMenu(page)
  await expect
    .poll(() => hasFocus(page.getByRole('menuitem', { name: t('customerList.row.delete') })))
    .toBe(true)
  await page.keyboard.press('Enter')
  await press(
    page,
    page.getByRole('dialog').getByRole('button', { name: t('customerList.remove.confirm'), exact: true }),
  )
  await page.getByText(t('customerList.remove.done')).waitFor()
  await press(page, button(page, 'customerRecord.restore'))
  await button(page, 'customerRecord.restore').waitFor({ state: 'detached' })
}

/** Of the menu that was just opened. Its first entry has the focus when it stands: an arrow before that goes nowhere. */
async function lastOfMenu(page: Page): Promise<void> {
  await expect.poll(() => hasFocus(page.getByRole('menuitem').first())).toBe(true)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => hasFocus(page.getByRole('menuitem').last())).toBe(true)
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: t('help.record.title') }).waitFor()
  await page.keyboard.press('Escape')
  await press(page, button(page, 'shell.user.menu', { name: 'Robin Hart' }))
  await lastOfMenu(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: t('auth.signIn.submit'), exact: true }).waitFor()
}
