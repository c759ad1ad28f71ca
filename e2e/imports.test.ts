// Bringing customers in: a shop's export from the drop to the list, and a file with trouble until all of it is in.
import type { Browser } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { download, drop, tallyOf, targetsOf } from './imports.kit.ts'
import { type House, type Language, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const shopify = `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags
'7210448301122,Amelia,Hart,amelia.hart@example.com,yes,,12 Mill Lane,Portland,OR,US,97209,'+15035550142,412.50,7,Always a vegetarian option,no,"VIP, wholesale"
'7210448301123,Jonas,Weber,jonas@example.de,no,,88 Kirchweg,Berlin,BE,DE,10115,'+493012345678,88.00,2,,no,
'7210448301124,María,O'Neill,maria@example.com,yes,,7 Harbour St,Boston,MA,US,02110,'+16175550188,1290.10,23,,yes,regular
`

const trouble = `First name,Last name,Email,City,Shoe size
Ann,Lee,ann@example.com,Rome,38
Bob,Poe,bob@@example,Oslo,44
,,,Lima,41
`

const sales =
  'Order ID,Email,Order date,Freight\nA1,amelia.hart@example.com,2026-03-01,1.50\nA2,,2026-03-02,0\n'
const salesLines = 'Order ID,Product,Qty,Unit price\nA1,Bread,2,4\nA1,Cheese,1,10\nA2,Tea,1,3\n'

let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})

test('a Shopify export is dropped, understood, brought in and found by name', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('en')
  await page.getByRole('link', { name: t('customerList.empty.import') }).click()
  await page.getByRole('heading', { name: t('imports.title'), level: 1 }).waitFor()

  await drop(page, 'shopify-customers.csv', shopify)
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  await page.getByText(/Shopify · 3/).waitFor()
  const preview = page.getByRole('region', { name: t('imports.preview.table') })
  // The rules of phones come a moment after the row.
  await preview.getByText('(503) 555-0142').waitFor()
  const targets = await targetsOf(page)
  const firstRow = await preview.getByRole('row').nth(1).innerText()
  await expectClean(page)
  await page.getByRole('button', { name: t('imports.start.run_other', { count: 3 }) }).click()
  await page.getByText(t('imports.end.succeeded_other', { count: 3 })).waitFor()
  const tally = await tallyOf(page)
  await page.getByText('Made: 3 customers and 2 tags.').waitFor()
  await expectClean(page)
  await page.getByRole('link', { name: t('imports.end.toCreated') }).click()
  await page.getByRole('link', { name: "María O'Neill" }).first().waitFor()
  const chip = page.getByRole('listitem').filter({ hasText: t('customerList.filters.import') })
  expect(await chip.innerText()).toContain(t('customerList.filters.created'))
  await expectClean(page)
  await page.getByRole('searchbox', { name: t('customerList.search') }).fill('hart')
  await page.getByRole('link', { name: 'Jonas Weber' }).first().waitFor({ state: 'detached' })

  expect(targets).toMatchObject({
    'Customer ID': t('imports.targets.externalId'),
    'First Name': t('customerFields.firstName'),
    'Default Address City': t('imports.targets.places.city'),
    Tags: t('customerFields.tags'),
    'Total Spent': t('imports.columns.notRead'),
  })
  expect(firstRow).toContain('Amelia Hart')
  expect(firstRow).toContain('(503) 555-0142')
  expect(tally).toEqual(['3', '0', '0', '0', '3'])
  await page.getByRole('link', { name: 'Amelia Hart' }).first().waitFor()
  expect(errors).toEqual([])
})

test('rows with trouble are told, downloaded, mended and dropped in again, until all are in', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('es', { scheme: 'dark', phone: true })
  await page.goto(`${house.server.url}/imports`)

  await drop(page, 'clientes.csv', trouble)
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  const problem = { original: 'bob@@example', text: es.emailInvalid }
  await page.getByText(t('imports.preview.problem', problem)).waitFor()
  await page.getByText(t('imports.preview.isRejected', { reason: es.nobody })).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: t('imports.start.try') }).click()
  await page.getByText(t('imports.trial.text')).waitFor()
  const foretold = await tallyOf(page)
  const said = [t('imports.start.warned_one', { count: 1 }), t('imports.start.rejected_one', { count: 1 })]
  await page.getByText(t('imports.start.tried_other', { count: 3, said: said.join(', ') })).waitFor()
  await page.getByRole('button', { name: t('imports.start.run_other', { count: 2 }) }).click()
  await page.getByText(t('imports.end.succeeded_other', { count: 3 })).waitFor()
  const tally = await tallyOf(page)
  await expectClean(page)

  const rejected = await download(page, t('imports.reports.rejected_one'))
  await drop(page, 'rejected.csv', rejected.replace(',,,,Lima', ',Cleo,Paz,cleo@example.com,Lima'))
  await page.getByRole('heading', { name: 'rejected.csv', level: 1 }).waitFor()
  await page.getByRole('button', { name: t('imports.start.run_one', { count: 1 }) }).waitFor()
  const readAnew = page.getByRole('button', { name: t('imports.otherFile.readAnew') })
  expect(await readAnew.count()).toBe(0)
  await page.goBack()
  await drop(page, 'otro.csv', 'Name,Mail\nDora Paz,dora@example.com\n')
  await readAnew.click()
  await readAnew.waitFor({ state: 'detached' })
  await page.goBack()
  await drop(page, 'rejected.csv', rejected.replace(',,,,Lima', ',Cleo,Paz,cleo@example.com,Lima'))
  await page.getByRole('button', { name: t('imports.start.run_one', { count: 1 }) }).click()
  await page.getByText(t('imports.end.succeeded_one', { count: 1 })).waitFor()
  const mended = await tallyOf(page)
  const { items } = await house.api('GET', '/customers?q=cleo%40example.com')

  expect(foretold).toEqual(['2', '0', '0', '1', '3'])
  expect(tally).toEqual(foretold)
  expect(mended).toEqual(['1', '0', '0', '0', '1'])
  expect(items.map((one) => one.displayName)).toEqual(['Cleo Paz'])
  expect(errors).toEqual([])
})

test('a column that is sent elsewhere is brought in there, also after a reload, and of the next file with its header', {
  timeout: 120_000,
}, async () => {
  const { page, t } = await open('en')
  await page.goto(`${house.server.url}/imports`)

  await drop(page, 'people.csv', 'Name,Remark\nDora Fox,Early bird\n')
  await page.getByRole('button', { name: /column “Remark”/ }).click()
  await page.getByRole('option', { name: t('customerFields.nickname') }).click()
  const nickname = page.getByRole('columnheader', { name: t('customerFields.nickname') })
  await nickname.waitFor()
  await page.reload()
  await nickname.waitFor()
  await page.getByRole('button', { name: t('imports.start.run_one', { count: 1 }) }).click()
  await page.getByText(t('imports.end.succeeded_one', { count: 1 })).waitFor()

  await page.goto(`${house.server.url}/imports`)
  await drop(page, 'more people.csv', 'Name,Remark\nEve Fox,Night owl\n')
  await nickname.waitFor()
  await page.getByRole('status').filter({ hasText: 'people.csv' }).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: t('imports.earlier.findAnew') }).click()
  await page.getByRole('button', { name: t('imports.earlier.use') }).waitFor()
  await nickname.waitFor({ state: 'detached' })

  const { items } = await house.api('GET', '/customers?q=dora&fields=nickname,displayName')
  expect(items).toMatchObject([{ displayName: 'Dora Fox', nickname: 'Early bird' }])
})

test('a trial is discarded by the keyboard, and nothing of it is left', { timeout: 120_000 }, async () => {
  const { page, t, errors } = await open('en', { phone: true })
  await page.goto(`${house.server.url}/imports`)
  await drop(
    page,
    'tried.csv',
    'Order ID,Email,Date,Item,Qty,Unit price\n1,who@example.com,2026-03-01,Tea,1,2\n',
  )
  await page.getByRole('button', { name: t('imports.start.try') }).click()
  await page.getByText(t('imports.trial.text')).waitFor()
  const text = t('imports.reasons.warning_one', { count: 1, text: en.noCustomer })
  await page.getByRole('listitem').filter({ hasText: text }).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.getByRole('button', { name: t('imports.start.discard') }).press('Enter')
  const dialog = page.getByRole('dialog', { name: t('imports.start.discardTitle') })
  await dialog.getByText(t('imports.start.discardTrial')).waitFor()
  await expectClean(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/imports$/)
  await page.getByRole('heading', { name: t('imports.title'), level: 1 }).waitFor()

  await page.getByRole('link', { name: 'tried.csv' }).waitFor({ state: 'detached' })
  await expect(house.api('GET', `/imports/${id}`)).rejects.toThrow(/404/)
  expect(errors).toEqual([])
})

test('orders and their lines are known by their columns, brought in, and seen in the list', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('en')
  const bring = async (name: string, text: string, rows: number) => {
    await page.goto(`${house.server.url}/imports`)
    await drop(page, name, text)
    await page.getByRole('radio', { name: /^Order/, checked: true }).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: t('imports.start.run_other', { count: rows }) }).click()
    await page.getByText(t('imports.end.succeeded_other', { count: rows })).waitFor()
    return tallyOf(page)
  }
  const first = await bring('sales.csv', sales, 2)
  const lines = await bring('lines.csv', salesLines, 3)
  const toOrders = page.getByRole('link', { name: t('imports.end.toOrders') })
  // Those that it wrote.
  expect(await toOrders.getAttribute('href')).toMatch(/\/orders\?import=/)
  const again = await bring('sales.csv', sales, 2)
  await expectClean(page)
  await toOrders.click()
  await page.getByRole('cell', { name: '$19.50' }).first().waitFor()

  expect([first, lines, again]).toEqual([
    ['2', '0', '0', '0', '2'],
    ['0', '3', '0', '0', '3'],
    ['0', '0', '2', '0', '2'],
  ])
  expect(errors).toEqual([])
})

test('a file that was taken for something else is told what it is, and the column that it lacks is chosen', {
  timeout: 120_000,
}, async () => {
  const { page, t, errors } = await open('es', { scheme: 'dark', phone: true })
  await page.goto(`${house.server.url}/imports`)
  await drop(page, 'ventas.csv', 'Bon,Fecha,Estado,Importe\nB1,2026-04-01,pagado,5\nB2,2026-04-02,quizás,7\n')
  await page.locator('main').getByText(t('imports.kind.names.orders'), { exact: true }).click()
  const missing = t('imports.start.missing', { field: t('importFields.orders.externalId') })
  await page.getByText(missing).waitFor()
  const start = page.getByRole('button', { name: t('imports.start.run_other', { count: 2 }) })
  expect(await start.isDisabled()).toBe(true)
  await expectClean(page)
  await page.getByRole('button', { name: /«Bon»/ }).click()
  await page.getByRole('option', { name: t('importFields.orders.externalId') }).click()
  await page
    .getByText(t('imports.preview.problem', { original: 'quizás', text: 'ninguna palabra conocida aquí' }))
    .waitFor()
  // Further up the bar that stays in view may stand over half of something.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectClean(page)
  await start.click()
  await page.getByText(t('imports.end.succeeded_other', { count: 2 })).waitFor()
  const { items } = await house.api('GET', '/orders?from=2026-04-01&to=2026-04-02')

  expect(items).toMatchObject([
    { externalId: 'B2', total: 700 },
    { externalId: 'B1', total: 500 },
  ])
  expect(errors).toEqual([])
})

test('of a long file further stores can be made, but for those that were left without one or refused', async () => {
  const { page, t } = await open('en')
  await page.goto(`${house.server.url}/imports`)
  const rest = Array.from({ length: 20_000 }, (_, i) => `${i + 4},Guest,\n`)
  await drop(page, 'shops.csv', `ID,Name,Store\n1,Ann,Sun\n2,Bob,Moon\n3,Eve,Star\n${rest.join('')}`)
  const box = page.getByRole('checkbox', { name: t('imports.stores.further') })
  await box.waitFor()
  await page.route('**/api/v1/stores', (route) =>
    route.request().postData()?.includes('Sun') ? route.abort() : route.continue(),
  )
  await page.getByRole('button', { name: t('imports.stores.makeAll_other', { count: 3 }) }).click()
  await page.getByRole('alert').filter({ hasText: '“Sun” could not be created' }).waitFor()
  await page.getByText(t('imports.stores.made_other', { names: 'Moon and Star' })).waitFor()
  await box.check()
  await expectClean(page)
  const sent = page.waitForRequest('**/start')
  await page.route('**/start', (route) => route.abort())
  await page.getByRole('button', { name: t('imports.start.try') }).click()
  const { mapping } = (await sent).postDataJSON()
  expect(mapping).toMatchObject({ makeStores: true, stores: { Sun: null } })
})

test('what is no list of customers is refused with the reason, and nothing of it stays', async () => {
  const { page, t } = await open('es')
  await page.goto(`${house.server.url}/imports`)

  await drop(page, 'logo.csv', '\u0089PNG\r\n\u001a\n0000')
  await page
    .getByRole('alert')
    .filter({ hasText: t('imports.unreadable.picture') })
    .waitFor()
  await expectClean(page)

  expect(new URL(page.url()).pathname).toBe('/imports')
  expect(await page.getByRole('link', { name: 'logo.csv' }).count()).toBe(0)
})

/** Texts whose keys have dots of their own. */
const en = { noCustomer: 'no customer here has it; kept without one' }
const es = { emailInvalid: 'no es una dirección de correo', nobody: 'sin nombre, correo ni teléfono' }

async function open(language: Language, look: { scheme?: 'light' | 'dark'; phone?: boolean } = {}) {
  const view = await openView(browser, { language, ...look })
  onTestFinished(() => view.close())
  // The owner speaks English; the language is one chosen on the device.
  await view.page.addInitScript((code) => localStorage.setItem('clientele-language', code), language)
  await signIn(view.page, house.server, language)
  return { page: view.page, errors: view.errors, t: textsOf(language) }
}
