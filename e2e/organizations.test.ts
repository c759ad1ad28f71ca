// Organizations as a merchant wants them: called departments, listed before people, and people moved between them.
import type { Browser } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { enter, type House, settled, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})

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
  await page.getByLabel(t('settings.organizations.plural')).fill('Departments')
  await expect.poll(() => page.getByText('Departments (2) and Contacts (1)').count()).toBe(1)
  await page.getByRole('button', { name: t('common.saveChanges') }).click()
  await page.getByText(t('settings.business.saved')).waitFor()

  await page
    .getByRole('link', { name: t('shell.nav.customers') })
    .first()
    .click()
  await page.getByRole('link', { name: 'Departments' }).waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Press' }).count()).toBe(1)
  expect(await page.getByRole('row').filter({ hasText: 'Ann' }).count()).toBe(0)
  await page.getByRole('link', { name: t('customerList.tabs.contacts') }).click()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Ann' }).count()).toBe(1)

  await page.goto(`${house.server.url}/customers/${press.id}?tab=people`)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: t('customerRecord.contacts.move') }).click()
  await page.getByLabel(t('customerRecord.contacts.moveTo'), { exact: true }).fill('mil')
  await page.getByRole('option', { name: /Mill/ }).click()
  await page.getByLabel(t('customerRecord.contacts.ordersMove')).check()
  await page.getByRole('button', { name: t('customerRecord.contacts.moveSubmit') }).click()
  await page.getByText(t('customerRecord.contacts.emptyTitle')).waitFor()
  await page.goto(`${house.server.url}/customers/${ann.id}?tab=activity`)
  await settled(page)
  expect(await page.getByText(/moved this contact from .*Press.* to .*Mill/).count()).toBe(1)
  expect(errors).toEqual([])
})
