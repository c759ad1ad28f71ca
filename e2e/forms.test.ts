// What somebody typed is not lost: not by another kind of customer, a reload, a minute without a connection, a session
// that ends or somebody else who saves the same record.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, openPage, owner, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

let browser: Browser
let house: House
let session: Awaited<ReturnType<typeof cookiesOf>>
const t = textsOf('en')

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  session = await cookiesOf()
})

test('the kind of a new customer changes and a page is loaded again without losing what was typed', async () => {
  const page = await enter()
  await page.goto(`${house.server.url}/customers/new`)
  await field(page, 'firstName').fill('Blue Smith')
  await field(page, 'lastName').fill('Bakery')
  await field(page, 'nickname').fill('Smithy')
  await field(page, 'notes').fill('Side door')

  await kind(page, 'business')
  await expectValue(page, 'businessName', 'Blue Smith Bakery')
  await expectValue(page, 'notes', 'Side door')
  await field(page, 'industry').fill('Bread')

  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expectValue(page, 'businessName', '')
  await expectClean(page)
  await offer(page)
    .getByRole('button', { name: t('customerForm.draft.restore') })
    .click()
  await expectValue(page, 'businessName', 'Blue Smith Bakery')
  await expectValue(page, 'industry', 'Bread')
  await kind(page, 'personal')
  await expectValue(page, 'nickname', 'Smithy')

  await kind(page, 'business')
  await save(page)
  await page.getByText(t('customerForm.created')).waitFor()
  await page.goto(`${house.server.url}/customers/new`)
  await field(page, 'firstName').waitFor()
  expect(await offer(page).count()).toBe(0)
})

test('a Save without a connection is done by itself once there is one', async () => {
  const id = await given('Offline')
  const page = await enter()
  await edit(page, id)
  await field(page, 'nickname').fill('Ollie')

  await page.context().setOffline(true)
  await page.getByText(t('states.offlineTitle')).waitFor()
  await save(page)
  await page.getByText(t('customerForm.offline.waiting')).waitFor()
  await expectValue(page, 'nickname', 'Ollie')

  await page.context().setOffline(false)
  await page.getByText(t('states.backOnline')).waitFor()
  await page.getByText(t('customerForm.updated')).waitFor()
  expect(await read(id)).toMatchObject({ nickname: 'Ollie' })
})

test('a session that ends is gone on with in place, and the form with it', async () => {
  const id = await given('Session')
  const page = await enter()
  await edit(page, id)
  await field(page, 'nickname').fill('Sessy')

  await page.context().clearCookies()
  await save(page)
  const dialog = page.getByRole('dialog', { name: t('states.sessionTitle') })
  await dialog.getByLabel(t('auth.signIn.password'), { exact: true }).fill(owner.password)
  await dialog.getByRole('button', { name: t('auth.signIn.submit') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expectValue(page, 'nickname', 'Sessy')
  await save(page)
  await page.getByText(t('customerForm.updated')).waitFor()
  expect(await read(id)).toMatchObject({ nickname: 'Sessy' })
})

test('of two who edit one field the second is asked, and nothing of either is lost', async () => {
  const id = await given('Conflict')
  const [first, second] = [await enter(), await enter()]
  await edit(first, id)
  await edit(second, id)
  await field(second, 'nickname').fill('Theirs')
  await field(second, 'salutation').fill('Dr.')
  await field(first, 'nickname').fill('Mine')
  await field(first, 'notes').fill('Side door')

  await save(second)
  await second.getByText(t('customerForm.updated')).waitFor()
  await save(first)
  const dialog = first.getByRole('dialog', { name: t('customerForm.conflict.title') })
  await dialog.getByText('Mine', { exact: true }).waitFor()
  await dialog.getByText('Dr.').waitFor()
  await expectClean(first)
  await dialog.getByRole('radio', { name: 'Theirs' }).check()
  await dialog.getByRole('button', { name: t('customerForm.conflict.save') }).click()
  await first.getByText(t('customerForm.updated')).waitFor()
  expect(await read(id)).toMatchObject({ nickname: 'Theirs', salutation: 'Dr.', notes: 'Side door' })
})

test('edits of different fields go together, and the second is told', async () => {
  const id = await given('Together')
  const [first, second] = [await enter(), await enter()]
  await edit(first, id)
  await edit(second, id)
  await field(second, 'salutation').fill('Dr.')
  await field(first, 'notes').fill('Side door')

  await save(second)
  await second.getByText(t('customerForm.updated')).waitFor()
  await save(first)
  const dialog = first.getByRole('dialog', { name: t('customerForm.conflict.title') })
  await dialog.getByText(t('customerForm.conflict.noConflict')).waitFor()
  await dialog.getByRole('button', { name: t('customerForm.conflict.save') }).click()
  await first.getByText(t('customerForm.updated')).waitFor()
  expect(await read(id)).toMatchObject({ salutation: 'Dr.', notes: 'Side door' })
})

test('a photo is cropped by keys, and what is shown is a square', async () => {
  const page = await enter()
  await page.goto(`${house.server.url}/customers/new`)
  await field(page, 'firstName').fill('Photo')
  const picture = { name: 'screen.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.setInputFiles('input[type=file]', picture)
  const dialog = page.getByRole('dialog', { name: t('customerForm.photo.crop.title') })
  await dialog.getByRole('application').press('+')
  await page.keyboard.press('ArrowRight')
  await expectClean(page)
  await dialog.getByRole('button', { name: t('customerForm.photo.crop.use') }).click()
  await dialog.waitFor({ state: 'hidden' })
  const shown = await page.getByAltText(t('customerForm.photo.alt')).evaluate(async (node) => {
    const photo = node as HTMLImageElement
    await photo.decode()
    return [photo.naturalWidth, photo.naturalHeight]
  })
  // The picture is 900 pixels high, and one step nearer.
  expect(shown).toEqual([818, 818])
  await page.keyboard.press('Control+s')
  await page.getByText(t('customerForm.created')).waitFor()
})

test('a dialog asks before it discards, and Ctrl S saves it', async () => {
  const page = await enter()
  await page.goto(`${house.server.url}/settings/tags`)
  await page.getByRole('button', { name: t('tags.new') }).click()
  const name = page.getByRole('textbox', { name: t('tags.name') })
  await name.fill('Night owl')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('common.keepEditing') }).click()
  expect(await name.inputValue()).toBe('Night owl')
  await page.keyboard.press('Control+s')
  await page.getByText(t('tags.created')).waitFor()
})

test('Ctrl S saves nothing behind the question about leaving', async () => {
  const id = await given('Asked')
  const page = await enter()
  await page.goto(`${house.server.url}/customers/${id}`)
  await page.getByRole('link', { name: t('customerRecord.edit') }).click()
  await field(page, 'nickname').fill('Not yet')
  await page.goBack()
  const stay = page.getByRole('button', { name: t('common.stay') })
  await stay.waitFor()
  let isSent = false
  page.on('request', (request) => {
    isSent ||= request.method() === 'PATCH'
  })
  await page.keyboard.press('Control+s')
  await page.waitForTimeout(300)
  expect(isSent).toBe(false)
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+s')
  await page.getByText(t('customerForm.updated')).waitFor()
})

test('a name is asked for by saving, not by going past it, and one of the names is enough', async () => {
  const page = await enter()
  await page.goto(`${house.server.url}/customers/new`)
  await field(page, 'firstName').focus()
  const missing = page.getByText(t('customerForm.checks.nameMissing'))
  for (let index = 0; index < 4; index++) await page.keyboard.press('Tab')
  expect(await missing.count()).toBe(0)
  await page.keyboard.press('Control+s')
  await missing.waitFor()
  await field(page, 'lastName').fill('Bell')
  await field(page, 'notes').focus()
  await missing.waitFor({ state: 'hidden' })
})

async function enter(): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  await view.page.context().addCookies(session)
  return view.page
}

async function cookiesOf() {
  const { page, close } = await openPage(browser)
  await signIn(page, house.server)
  const cookies = await page.context().cookies()
  await close()
  return cookies
}

const given = async (lastName: string): Promise<string> =>
  (await house.api('POST', '/customers', { type: 'personal', firstName: 'Ann', lastName })).id

const read = (id: string) => house.api('GET', `/customers/${id}`)

type Named = 'firstName' | 'lastName' | 'nickname' | 'salutation' | 'businessName' | 'industry' | 'notes'

const field = (page: Page, name: Named) =>
  page.getByRole('textbox', { name: t(`customerFields.${name}`), exact: true })

async function expectValue(page: Page, name: Named, value: string): Promise<void> {
  await field(page, name).waitFor()
  await expect.poll(() => field(page, name).inputValue()).toBe(value)
}

async function edit(page: Page, id: string): Promise<void> {
  await page.goto(`${house.server.url}/customers/${id}/edit`)
  await field(page, 'nickname').waitFor()
}

const offer = (page: Page) => page.getByRole('region', { name: t('common.unsaved') })

const kind = (page: Page, type: 'personal' | 'business') =>
  page
    .getByRole('radiogroup', { name: t('customerForm.type') })
    .getByText(t(`customerFields.types.${type}`), { exact: true })
    .click()

const save = (page: Page) => page.getByRole('button', { name: t('customerForm.save'), exact: true }).click()
