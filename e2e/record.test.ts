// The record as a place of work: small edits where the values stand, refusals that give back, and the walk from one
// record to the next through the list it was opened from.
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { field, pencil, recordsForTests } from './record.kit.ts'
import { enter, textsOf } from './screens.kit.ts'
import { expectClean, openView } from './view.kit.ts'

const t = textsOf('en')
const { house, browser, make, kept, openRecord } = recordsForTests()
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
  await expect.poll(() => phone.evaluate((button) => button === document.activeElement)).toBe(true)

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

test('somebody else’s change of another field stays; of the same field both values are shown', async () => {
  const { id } = await make({ taxId: 'OLD' })
  const page = await openRecord(id)
  const edit = async (typed: string, theirs: object) => {
    await pencil(page, t('customerFields.taxId')).click()
    await field(page, 'customerFields.taxId').fill(typed)
    await house().api('PATCH', `/customers/${id}`, theirs)
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
  const view = await openView(browser())
  onTestFinished(() => view.close())
  const { page } = view
  await enter(page, house().server, '/customers?q=walker')
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
  const view = await openView(browser())
  onTestFinished(() => view.close())
  const { page } = view
  await page.route(/assets\/editor-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  const asked = page.waitForRequest(/assets\/editor-/)
  await enter(page, house().server, `/customers/${id}`)
  await page.getByText('Nuts').click()
  await asked

  await page.keyboard.type('nj/')

  await field(page, 'customerFields.notes').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/customers/${id}`)
})

test('on a phone the tabs stand within reach, and the card opens when it is asked for', async () => {
  const { id } = await house().api('POST', '/customers', {
    ...{ firstName: 'Tess', lastName: 'Tabor', email: 'tess@example.com' },
    phones: [{ kind: 'mobile', number: '+12075550177' }],
  })
  const view = await openView(browser(), { phone: true })
  onTestFinished(() => view.close())
  const { page } = view
  await enter(page, house().server, `/customers/${id}`)
  const tabs = page.getByRole('tablist').first()
  await tabs.waitFor()
  const box = await tabs.boundingBox()
  expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThan(844 / 2)
  const email = page.getByRole('complementary').getByText('tess@example.com').first()
  expect(await email.isVisible()).toBe(false)
  await expectClean(page)

  const details = page.getByRole('button', { name: t('customerRecord.details'), exact: true })
  await details.click()
  await email.waitFor()
  expect(await details.getAttribute('aria-expanded')).toBe('true')
  await expectClean(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await email.waitFor()
  expect(await details.isVisible()).toBe(false)
})
