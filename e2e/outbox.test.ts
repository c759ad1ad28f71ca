// A receipt on its way: asked for, waiting in the outbox of a business without a mail server, given up.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, type Language, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

let browser: Browser
let house: House
let receipt = ''
let orderPage = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  const ana = await house.api('POST', '/customers', {
    ...{ type: 'personal', firstName: 'Ana', email: 'ana@example.com' },
  })
  const order = await house.api('PUT', '/orders/external/till/1', {
    ...{ placedAt: '2026-01-05T12:00:00Z', receiptNumber: 'R-1', customer: { id: ana.id } },
    items: [{ name: 'Lunch', quantity: 1, unitAmount: 1000 }],
  })
  orderPage = `/orders/${order.id}`
  receipt = `/customers/${ana.id}/metrics?from=2026-01-01&to=2026-01-31&receipt=${order.id}`
})

async function open(language: Language): Promise<Page> {
  const view = await openView(browser, { language })
  onTestFinished(() => view.close())
  onTestFinished(() => expect(view.errors).toEqual([]))
  await view.page.addInitScript((code) => localStorage.setItem('clientele-language', code), language)
  await signIn(view.page, house.server, language)
  return view.page
}

test.each<Language>(['en', 'es'])('in %s a receipt is sent, waits, and is given up', async (language) => {
  const t = textsOf(language)
  const page = await open(language)
  const address = `${language}@example.com`
  await page.goto(house.server.url + receipt)
  await page.getByRole('button', { name: t('customerMetrics.send') }).click()
  const dialog = page.getByRole('dialog', { name: t('outbox.receipt.title', { number: 'R-1' }) })
  const submit = dialog.getByRole('button', { name: t('outbox.receipt.submit') })
  const to = dialog.getByLabel(t('outbox.receipt.to'))
  await dialog.getByText(t('outbox.receipt.waits')).waitFor()
  await expect.poll(() => to.inputValue()).toBe('ana@example.com')
  await to.fill('')
  await submit.click()
  await dialog.getByText(t('outbox.receipt.missing')).waitFor()
  await expectClean(page)
  await to.fill(address)
  await submit.click()
  await page.getByText(t('outbox.receipt.waiting', { address })).waitFor()

  await page.goto(`${house.server.url}/settings/outbox`)
  await page.getByText(t('outbox.waits')).waitFor()
  const entry = page.getByRole('listitem').filter({ hasText: t('outbox.to', { address }) })
  await entry.getByText(t('outbox.states.waiting'), { exact: true }).waitFor()
  // There is nothing that it could be sent by.
  expect(await page.getByRole('button', { name: t('outbox.retry') }).count()).toBe(0)
  await expectClean(page)
  await entry.getByRole('button').click()
  await entry.getByText(t('outbox.states.cancelled'), { exact: true }).waitFor()
  expect(await entry.getByRole('button').count()).toBe(0)

  await page.getByRole('combobox', { name: t('outbox.filter') }).selectOption('failed')
  await page.getByText(t('outbox.noneTitle')).waitFor()
  await page.getByRole('link', { name: t('outbox.showAll') }).click()
  await entry.waitFor()
})

test('the page of an order hands over its receipt as well', async () => {
  const t = textsOf('en')
  const page = await open('en')
  await page.goto(house.server.url + orderPage)
  const pdf = page.getByRole('link', { name: t('orders.page.pdf') })
  expect((await page.request.get(house.server.url + (await pdf.getAttribute('href')))).status()).toBe(200)
  await page.getByRole('button', { name: t('orders.page.send') }).click()
  const to = page.getByRole('dialog').getByLabel(t('outbox.receipt.to'))
  await expect.poll(() => to.inputValue()).toBe('ana@example.com')
})
