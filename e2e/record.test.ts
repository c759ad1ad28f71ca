// The record as a place of work: small edits where the values stand, refusals that give back, and the walk from one
// record to the next through the list it was opened from.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { enter, type House, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})

const make = (customer: object) =>
  house.api('POST', '/customers', { type: 'personal', firstName: 'Ann', lastName: 'Bell', ...customer })
const kept = async (id: string) =>
  (await house.api('GET', `/customers/${id}`)) as unknown as Record<string, unknown>

async function openRecord(id: string): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  await enter(view.page, house.server, `/customers/${id}`)
  await view.page.getByRole('heading', { level: 1 }).waitFor()
  return view.page
}

/** So that there is a page of the same visit behind the next one. */
async function goAwayAndBack(page: Page): Promise<void> {
  const { href } = new URL(page.url())
  await page.getByRole('button', { name: t('customerForm.back'), exact: true }).click()
  await page.waitForURL((url) => url.href !== href)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Ann Bell' }).waitFor()
}

const pencil = (page: Page, field: string) =>
  page.getByRole('button', { name: t('customerRecord.inPlace.edit', { field }), exact: true })
const field = (page: Page, key: string) => page.getByRole('textbox', { name: t(key), exact: true })
const name = (page: Page) => page.getByRole('heading', { level: 1 })

test('a value is edited where it stands: Enter and a click beside it save, Esc leaves it as it was', async () => {
  const { id } = await make({ notes: 'Nuts', phones: [{ kind: 'mobile', number: '+15185550123' }] })
  const page = await openRecord(id)

  await name(page).click()
  await field(page, 'customerFields.lastName').fill('Rivers')
  await expectClean(page)
  await page.keyboard.press('Enter')
  await name(page).filter({ hasText: 'Ann Rivers' }).waitFor()

  const phone = pencil(page, '(518) 555-0123')
  await phone.focus()
  await page.keyboard.press('Enter')
  await field(page, 'customerForm.phone.number').fill('518 555')
  await page.keyboard.press('Escape')
  await phone.waitFor()
  expect(await phone.evaluate((button) => button === document.activeElement)).toBe(true)

  await page.getByText('Nuts').click()
  await field(page, 'customerFields.notes').fill('Nuts\nand eggs')
  await page.getByRole('heading', { name: t('customerRecord.overview.general') }).click()
  await page.getByText('and eggs').waitFor()

  await expect
    .poll(() => kept(id))
    .toMatchObject({ lastName: 'Rivers', notes: 'Nuts\nand eggs', phone: '+15185550123' })
})

test.each(['Control+s', 'Control+Enter'])('%s saves an address that is still being typed', async (keys) => {
  const { id } = await make({ email: `${crypto.randomUUID()}@example.com` })
  const page = await openRecord(id)
  await page.locator('[data-edit="email"]').focus()
  await page.keyboard.press('Enter')
  const further = page.locator('input[data-path="additionalEmails"]')
  await further.pressSequentially('Second@Example.com')
  await page.keyboard.press(keys)
  await further.waitFor({ state: 'detached' })
  await expect.poll(() => kept(id)).toMatchObject({ additionalEmails: ['second@example.com'] })
})

test('a second save of the same field is said aloud again', async () => {
  const { id } = await make({ taxId: 'ONE' })
  const page = await openRecord(id)
  const said = page
    .getByRole('status')
    .getByText(t('customerRecord.inPlace.saved', { field: t('customerFields.taxId') }))
  const save = async (typed: string) => {
    await pencil(page, t('customerFields.taxId')).click()
    await field(page, 'customerFields.taxId').fill(typed)
    await page.keyboard.press('Enter')
    await expect.poll(() => kept(id)).toMatchObject({ taxId: typed })
  }
  await save('TWO')
  const first = await said.elementHandle()
  await save('THREE')
  // A screen reader reads what comes to stand there, not what stands there unchanged.
  await expect.poll(() => first?.evaluate((words) => words.isConnected)).toBe(false)
  await said.waitFor({ state: 'attached' })
})

test('what is refused goes back to what it was, says why and is not lost', async () => {
  await make({ number: 'TAKEN' })
  const { id } = await make({ number: 'FREE' })
  const page = await openRecord(id)

  await page.getByText('FREE', { exact: true }).click()
  await field(page, 'customerFields.number').fill('TAKEN')
  await page.keyboard.press('Enter')

  const told = page.getByRole('alert').filter({ hasText: t('errors.customer.number_taken') })
  await told.waitFor()
  await page.getByText('FREE', { exact: true }).waitFor()
  await told.getByRole('button', { name: t('customerRecord.inPlace.again') }).click()
  expect(await field(page, 'customerFields.number').inputValue()).toBe('TAKEN')
})

test('what is refused or on its way is asked about before it is left, also for another tab of the record', async () => {
  const { id } = await make({})
  const page = await openRecord(id)
  await goAwayAndBack(page)
  const stay = page.getByRole('button', { name: t('common.stay') })
  const activity = page.getByRole('tab', { name: t('customerRecord.tabs.activity') })
  const patch = (status: number) =>
    page.route('**/api/v1/customers/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback()
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (status === 200) return route.fallback()
      await route.fulfill({ status, json: { code: 'internal', status, fields: [] } })
    })

  await patch(500)
  await page.getByRole('button', { name: t('customerRecord.inPlace.notes') }).click()
  await field(page, 'customerFields.notes').fill('A long note')
  await activity.click()
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  await page.goForward()
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe(`/customers/${id}`)
  let isAsked = false
  page.once('dialog', (dialog) => {
    isAsked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  })
  await page.evaluate(() => location.reload())
  await expect.poll(() => isAsked).toBe(true)
  await page.getByRole('button', { name: t('customerRecord.inPlace.again') }).click()
  expect(await field(page, 'customerFields.notes').inputValue()).toBe('A long note')

  await page.unroute('**/api/v1/customers/*')
  await patch(200)
  await activity.click()
  await page.getByRole('tabpanel', { name: t('customerRecord.tabs.activity') }).waitFor()
  expect(await stay.count()).toBe(0)
  expect(await kept(id)).toMatchObject({ notes: 'A long note' })
})

test('an open field is asked about before the page is left, and stays open for who stays', async () => {
  const { id } = await make({ taxId: 'ONE' })
  const page = await openRecord(id)
  await goAwayAndBack(page)
  await pencil(page, t('customerFields.taxId')).click()
  await field(page, 'customerFields.taxId').fill('TWO')
  await page.goForward()
  const stay = page.getByRole('button', { name: t('common.stay') })
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  expect(await field(page, 'customerFields.taxId').inputValue()).toBe('TWO')
  expect(await kept(id)).toMatchObject({ taxId: 'ONE' })
})

test('Escape asks before a long text is thrown away, and leaves one that is as it was', async () => {
  const { id } = await make({ notes: 'Nuts' })
  const page = await openRecord(id)
  const notes = field(page, 'customerFields.notes')
  const pen = pencil(page, t('customerFields.notes'))
  const press = async (word: string) => {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t(word) })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  await pen.click()
  await notes.waitFor()
  await page.keyboard.press('Escape')
  await notes.waitFor({ state: 'detached' })

  await pen.click()
  await notes.fill('Nuts and eggs')
  await page.keyboard.press('Escape')
  await expectClean(page)
  await press('common.keepEditing')
  expect(await notes.inputValue()).toBe('Nuts and eggs')
  await expect.poll(() => notes.evaluate((one) => one === document.activeElement)).toBe(true)

  await page.keyboard.press('Escape')
  await press('common.discard')
  await notes.waitFor({ state: 'detached' })
  await expect.poll(() => pen.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await kept(id)).toMatchObject({ notes: 'Nuts' })
})

test('somebody else’s change of another field stays; of the same field both values are shown', async () => {
  const { id } = await make({ taxId: 'OLD' })
  const page = await openRecord(id)
  const edit = async (typed: string, theirs: object) => {
    await pencil(page, t('customerFields.taxId')).click()
    await field(page, 'customerFields.taxId').fill(typed)
    await house.api('PATCH', `/customers/${id}`, theirs)
    await page.keyboard.press('Enter')
  }

  await edit('MINE', { gateCode: '4711' })
  await expect.poll(() => kept(id)).toMatchObject({ taxId: 'MINE', gateCode: '4711' })

  await edit('MINE AGAIN', { taxId: 'THEIRS' })
  const dialog = page.getByRole('dialog')
  await dialog.getByText('MINE AGAIN').waitFor()
  await dialog.getByRole('radio', { name: 'THEIRS' }).check()
  await dialog.getByRole('radio', { name: 'MINE AGAIN' }).check()
  await dialog.getByRole('button', { name: t('customerForm.conflict.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => kept(id)).toMatchObject({ taxId: 'MINE AGAIN' })
})

test('who may only read sees values and nothing to press', async () => {
  const { id } = await make({ notes: 'Nuts', email: 'ann.bell@example.com' })
  const page = await openRecord(id)
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch()
    const session = await answer.json()
    const mayRead = (permission: string) => !/write|delete/.test(permission)
    await route.fulfill({
      response: answer,
      json: { ...session, permissions: session.permissions.filter(mayRead) },
    })
  })
  await page.reload()
  await page.getByText('Nuts').click()

  const record = page.getByRole('main')
  expect(await record.getByRole('textbox').count()).toBe(0)
  expect(await record.getByRole('button', { name: /edit|add|choose|remove/i }).count()).toBe(0)
})

test('J and K walk through the filtered list, and Back leads to it', async () => {
  for (const firstName of ['Ada', 'Bea', 'Cleo'])
    await make({ firstName, lastName: 'Walker', tags: ['Walk'] })
  const view = await openView(browser)
  onTestFinished(() => view.close())
  const { page } = view
  await enter(page, house.server, '/customers?q=walker')
  const list = page.url()
  await page.getByRole('link', { name: 'Bea Walker' }).first().click()
  const walk = page.getByRole('navigation', { name: t('customerRecord.walk.label') })
  await walk.getByText('2 of 3').waitFor()

  await page.keyboard.press('j')
  await name(page).filter({ hasText: 'Cleo' }).waitFor()
  await page.keyboard.press('k')
  await name(page).filter({ hasText: 'Bea' }).waitFor()
  await walk.getByRole('button', { name: t('customerRecord.walk.previous') }).click()
  await name(page).filter({ hasText: 'Ada' }).waitFor()
  await page.keyboard.press('k')
  await page.getByRole('button', { name: t('customerForm.back'), exact: true }).click()

  await page.getByRole('link', { name: 'Cleo Walker' }).first().waitFor()
  expect(page.url()).toBe(list)
  expect(view.errors).toEqual([])
})

test('what is typed while a field is still coming is no shortcut', async () => {
  const { id } = await make({ notes: 'Nuts' })
  const view = await openView(browser)
  onTestFinished(() => view.close())
  const { page } = view
  await page.route(/assets\/editor-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  const asked = page.waitForRequest(/assets\/editor-/)
  await enter(page, house.server, `/customers/${id}`)
  await page.getByText('Nuts').click()
  await asked

  await page.keyboard.type('nj/')

  await field(page, 'customerFields.notes').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/customers/${id}`)
})
