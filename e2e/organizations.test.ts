// Organizations as a merchant wants them: opened in place, called departments, listed before people, and people moved
// between them.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { enter, type House, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})

test('an organization opens its contacts in place, a contact its record, and on the way back it is open still', async () => {
  const quay = await house.api('POST', '/customers', {
    type: 'business',
    businessName: 'Quay',
    phone: '+12075550100',
  })
  await house.api('POST', '/customers', { type: 'business', businessName: 'Abbey' })
  await Promise.all(
    Array.from({ length: 51 }, (_, n) => addContact(quay.id, `P${String(n).padStart(2, '0')}`)),
  )
  const { page, errors, close } = await openView(browser)
  onTestFinished(close)
  await signIn(page, house.server)
  await page.getByRole('link', { name: t('customerFields.organizations'), exact: true }).click()

  const caret = (name: string) =>
    page.getByRole('button', { name: t('customerList.row.contactsOf', { name }), exact: true })
  await caret('Abbey').click()
  await page.getByText(t('contacts.none')).waitFor()
  await caret('Quay').click()
  const first = page.getByRole('row').filter({ hasText: 'P00' })
  await first.getByText('(207) 555-0100').waitFor()
  expect(await first.getByText(t('customerList.organizationPhone')).count()).toBe(1)
  await expectClean(page)
  expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(60)

  await page.getByRole('link', { name: 'Quay', exact: true }).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key)
  await expect.poll(() => focusedText(page)).toBe('Quay')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => caret('Abbey').getAttribute('aria-expanded')).toBe('false')
  await page.locator('[data-scroll-restoration-id="customers"]').evaluate((region) => {
    region.scrollTop = region.scrollHeight
  })
  await page.getByRole('button', { name: t('contacts.more_other', { count: 50 }) }).click()
  await expect.poll(() => focusedText(page)).toBe('P50')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'P50' }).waitFor()
  await page.getByText(t('customerRecord.total.none')).waitFor()

  await page.goBack()
  await page.getByRole('link', { name: 'P50', exact: true }).waitFor()
  await addContact(quay.id, 'P51')
  await page.getByRole('link', { name: 'P51', exact: true }).waitFor()
  expect(errors).toEqual([])
})

const addContact = (organization: string, firstName: string) =>
  house.api('POST', '/customers', { type: 'personal', firstName, organizations: [{ id: organization }] })

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

test('set-up and word change every screen, and contacts move with their orders', async () => {
  const press = await house.api('POST', '/customers', { type: 'business', businessName: 'Press' })
  await house.api('POST', '/customers', { type: 'business', businessName: 'Mill' })
  const ann = await house.api('POST', '/customers', {
    type: 'personal',
    firstName: 'Ann',
    number: 'A-1',
    organizations: [{ id: press.id, isPrimary: true }],
  })
  await house.api('PUT', '/orders/external/till/1', {
    placedAt: '2026-11-02T12:00:00Z',
    customer: { number: 'A-1' },
    totals: { net: 4200 },
  })
  const { page, errors, close } = await openView(browser)
  onTestFinished(close)
  await enter(page, house.server, '/settings/business')
  await page.getByLabel(t('settings.organizations.hierarchy'), { exact: true }).check()
  await page.getByLabel(t('settings.organizations.singular')).fill('Department')
  // One word alone is refused beside the one that is missing.
  await page.getByRole('button', { name: t('common.saveChanges') }).click()
  await page.getByText(t('settings.organizations.bothOrNone')).waitFor()
  await page.getByLabel(t('settings.organizations.plural')).fill('Departments')
  await expect.poll(() => page.getByText(/Departments \(\d+\) and Contacts \(\d+\)/).count()).toBe(1)
  await page.getByRole('button', { name: t('common.saveChanges') }).click()
  await page.getByText(t('settings.business.saved')).waitFor()

  await page
    .getByRole('link', { name: t('shell.nav.customers') })
    .first()
    .click()
  await page.getByRole('link', { name: 'Departments' }).waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Press' }).count()).toBe(1)
  expect(await page.getByRole('row').filter({ hasText: 'Ann' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Department', exact: true }).waitFor()
  await page.getByRole('link', { name: t('customerList.tabs.contacts') }).click()
  await page.getByRole('columnheader', { name: /^Department/ }).waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Ann' }).count()).toBe(1)

  // No screen goes back to our words: not the ways to make one, its form, its record, its file, nor the palette.
  const ours = async () =>
    (await page.locator('body').innerText()).match(
      /.*\b(organi[sz]ations?|business(es)?|compan(y|ies))\b.*/gi,
    )
  await page.getByRole('button', { name: t('shell.new'), exact: true }).click()
  await page.getByRole('menuitem', { name: 'New department', exact: true }).waitFor()
  expect(await ours()).toBeNull()
  await page.getByRole('menuitem', { name: 'New department', exact: true }).click()
  await page.getByRole('heading', { name: 'New department' }).waitFor()
  await page.getByRole('textbox', { name: 'Department name' }).waitFor()
  expect(await ours()).toBeNull()
  await page.goto(`${house.server.url}/customers/${press.id}`)
  await page.getByRole('heading', { name: 'Press' }).waitFor()
  expect(await ours()).toBeNull()
  await page.goto(`${house.server.url}/customers`)
  await page.getByRole('button', { name: t('customerList.export'), exact: true }).click()
  await page.getByRole('dialog').getByRole('radio').first().waitFor()
  expect(await ours()).toBeNull()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: 'New department' }).waitFor()
  // Whoever knows only our word finds them too.
  await page.getByRole('combobox', { name: t('shell.palette.title') }).fill('organization')
  await page.getByRole('option', { name: 'Departments', exact: true }).click()
  await page.waitForURL(/customers\?type=business/)

  await page.goto(`${house.server.url}/customers/${press.id}?tab=people`)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: t('customerRecord.contacts.move') }).click()
  await page.getByLabel(t('customerRecord.contacts.moveTo'), { exact: true }).fill('mil')
  await page.getByRole('option', { name: /Mill/ }).click()
  await page.getByLabel(t('customerRecord.contacts.ordersMove')).check()
  await page.getByRole('button', { name: t('customerRecord.contacts.moveSubmit') }).click()
  await page.getByText(t('customerRecord.contacts.emptyTitle')).waitFor()
  await page.goto(`${house.server.url}/customers/${ann.id}?tab=activity`)
  await page.getByText(/moved this contact from .*Press.* to .*Mill/).waitFor()

  await house.api('PATCH', '/settings', { setup: 'flat' })
  await page.goto(`${house.server.url}/customers?type=business`)
  await page.locator('tbody').getByRole('link', { name: 'Press', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Departments' }).count()).toBe(0)
  expect(await page.locator('tbody [aria-expanded]:not([aria-haspopup])').count()).toBe(0)
  expect(errors).toEqual([])
})
