// What the documentation shows, and how one gets there. Texts are looked up, so that a word that changes breaks nothing.
import type { Page } from 'playwright-core'
import { bringOrdersAs } from './orders.kit.ts'
import { type Look, textsOf } from './screens.kit.ts'

export type Shot = Look & {
  readonly name: string
  readonly path: string
  /** While the installation is new, or in the owner's own empty business; else in the sample. */
  readonly where?: 'new' | 'own'
  act?(page: Page): Promise<void>
}

const t = textsOf('en')

/** A list as a webshop writes it, with one row that cannot come in. */
const shopFile = `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags
'7210448301122,Amelia,Hart,amelia.hart@example.com,yes,,12 Mill Lane,Portland,OR,US,97209,'+15035550142,412.50,7,Always a vegetarian option,no,"VIP, Wine club"
'7210448301123,Jonas,Weber,jonas.weber@example.org,no,,88 Kirchweg,Berlin,BE,DE,10115,'+493023125088,88.00,2,,no,
'7210448301124,María,O'Neill,maria.oneill@example.com,yes,,7 Harbour St,Boston,MA,US,02110,'+16175550188,1290.10,23,,no,Regular
'7210448301125,Noor,Vermeer,noor@@example,yes,,3 Canal Row,Albany,NY,US,12207,'+15185550117,35.00,1,,no,
'7210448301126,,,,no,,,,,US,,,0.00,0,,no,
`

export const shots: readonly Shot[] = [
  { name: 'first-start', path: '/', where: 'new' },
  { name: 'three-doors', path: '/start', where: 'own' },
  { name: 'dashboard', path: '/dashboard', act: bringOrdersToDashboard },
  { name: 'customers-light', path: '/customers' },
  { name: 'customers-dark', path: '/customers', scheme: 'dark' },
  { name: 'customers-phone', path: '/customers', phone: true },
  { name: 'search', path: '/customers?q=oneill' },
  { name: 'palette', path: '/customers', act: (page) => typeInPalette(page, '555-0180') },
  { name: 'filters', path: '/customers?type=personal', act: openTagFilter },
  { name: 'selection', path: '/customers?tag=Large%20parties', act: selectLoaded },
  { name: 'person', path: '/customers?tag=VIP', act: (page) => openRecord(page, 'Eleanor Whitcombe') },
  {
    name: 'person-phone',
    path: '/customers?tag=VIP',
    phone: true,
    scheme: 'dark',
    act: (page) => openRecord(page, 'Eleanor Whitcombe'),
  },
  {
    name: 'organization',
    path: '/customers?tag=Catering',
    act: (page) => openRecord(page, 'Northlight Press'),
  },
  { name: 'contacts', path: '/customers?tag=Catering', act: openContacts },
  { name: 'new-customer', path: '/customers/new?type=personal', act: enterTwice },
  { name: 'export', path: '/customers?tag=Wine%20club', act: openExport },
  { name: 'orders', path: '/orders', act: bringOrdersTo },
  { name: 'order', path: '/orders', act: openGuestsOrder },
  { name: 'settings-tags', path: '/settings/tags' },
  { name: 'settings-stores', path: '/settings/stores' },
  { name: 'keyboard', path: '/customers', act: (page) => page.keyboard.press('?') },
  // The last, because it adds customers.
  { name: 'import-check', path: '/imports', act: dropFile },
  { name: 'import-result', path: '/imports', act: importFile },
]

async function typeInPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(t('shell.palette.placeholder')).fill(words)
}

async function openTagFilter(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('customerList.filters.tag'), exact: true }).click()
}

async function selectLoaded(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: t('customerList.row.selectLoaded') }).check()
}

async function openRecord(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function openContacts(page: Page): Promise<void> {
  await openRecord(page, 'Northlight Press')
  await page.getByRole('tab', { name: t('customerRecord.tabs.contacts') }).click()
}

/** Somebody who is there already: the form says so. */
async function enterTwice(page: Page): Promise<void> {
  const fill = (field: string, value: string) =>
    page.getByRole('textbox', { name: t(`customerFields.${field}`), exact: true }).fill(value)
  await fill('firstName', 'Katherine')
  await fill('lastName', 'O’Neill')
  await page.getByRole('tab', { name: t('customerForm.contact') }).click()
  await fill('email', 'katherine.oneill@example.com')
  await page.keyboard.press('Tab')
  await page.getByText(t('customerForm.similar.title')).waitFor()
}

async function dropFile(page: Page): Promise<void> {
  const file = { name: 'webshop-customers.csv', mimeType: 'text/csv', buffer: Buffer.from(shopFile) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  await page.getByRole('region', { name: t('imports.preview.table') }).waitFor()
}

async function importFile(page: Page): Promise<void> {
  await dropFile(page)
  await page.getByRole('button', { name: t('imports.start.run_other', { count: 5 }) }).click()
  await page.getByText(t('imports.end.succeeded_other', { count: 5 })).waitFor()
}

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('customerList.export'), exact: true }).click()
  await page.getByRole('dialog', { name: t('exporting.dialog') }).waitFor()
}

async function bringOrdersTo(page: Page): Promise<void> {
  await bringOrdersAs(page)
  // What stands beside the heading follows later than the rows.
  await page.reload()
  await page.getByRole('link', { name: 'T-10418', exact: true }).waitFor()
}

async function bringOrdersToDashboard(page: Page): Promise<void> {
  await bringOrdersAs(page)
  await page
    .getByRole('link', { name: /^S-\d+$/ })
    .first()
    .waitFor()
}

async function openGuestsOrder(page: Page): Promise<void> {
  await bringOrdersTo(page)
  await page.getByText('k.ostrander@example.com').first().click()
  await page.getByText(t('orders.payments.title')).waitFor()
}
