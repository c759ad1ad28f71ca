// A shop's orders from a file to the mailbox of a customer: imported on the screen, counted on the cards, found among those
// at risk, read as figures and as a receipt, and sent by a real mail server.
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { startSmtp } from '../server/test/smtp-server.ts'
import { signIn, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

const head = 'Order ID,Receipt number,Email,Order date,Product,Qty,Unit price,Payment method,Amount paid'
const orders = [
  `1,R-1,ana@example.com,${day(2)},Lunch,2,12.50,card,25`,
  `2,R-2,ben@example.com,${day(100)},Bread,1,4.00,card,40.10`,
  `2,R-2,ben@example.com,${day(100)},Cheese,3,12.0333,card,40.10`,
  `3,R-3,,${day(3)},Tea,1,3.25,cash,3.25`,
]

test('orders are imported, counted, found by a card, read as a receipt and sent', {
  timeout: 120_000,
}, async () => {
  const smtp = await startSmtp()
  const { browser, house, close } = await openForTests({
    env: { SMTP_URL: smtp.url, MAIL_FROM: 'deli@example.com' },
  })
  onTestFinished(close)
  for (const [firstName, email] of Object.entries({ Ana: 'ana@example.com', Ben: 'ben@example.com' }))
    await house.api('POST', '/customers', { type: 'personal', firstName, email })
  const view = await openView(browser)
  const { page } = view
  await signIn(page, house.server)
  const cards = page.getByRole('region', { name: t('summary.label') })
  await cards.getByRole('link', { name: '$0.00', exact: true }).waitFor()

  await bringOrders(page)
  await page
    .getByRole('link', { name: t('shell.nav.customers'), exact: true })
    .first()
    .click()
  // 25.00 and 3.25 of a walk-in; what Ben bought is long ago.
  await cards.getByRole('link', { name: '$28.25', exact: true }).waitFor()
  await cards.getByRole('listitem').filter({ hasText: 'Ana' }).getByText('$25.00').waitFor()
  const atRisk = cards
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: t('summary.atRisk') }) })
  await atRisk.getByRole('link', { name: '1', exact: true }).click()
  await expect.poll(() => page.locator('tbody [data-name]').allInnerTexts()).toEqual(['Ben'])

  await page.locator('tbody').getByRole('link', { name: 'Ben', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Ben' }).waitFor()
  await page.getByRole('button', { name: t('common.more'), exact: true }).click()
  await page.getByRole('menuitem', { name: t('customerRecord.metrics') }).click()
  await page
    .getByRole('table', { name: t('customerMetrics.history') })
    .getByRole('link', { name: 'R-2' })
    .click()
  const receipt = page.getByRole('region', { name: t('customerMetrics.receipt.title', { number: 'R-2' }) })
  await receipt.getByText('Cheese').waitFor()
  await receipt.getByText('$40.10').first().waitFor()
  await page.getByRole('button', { name: t('customerMetrics.send') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('outbox.receipt.submit') })
    .click()
  await page.getByText(t('outbox.receipt.queued', { address: 'ben@example.com' })).waitFor()

  await expect.poll(() => smtp.received.length, { timeout: 15_000 }).toBe(1)
  const [letter] = smtp.received
  expect(letter).toMatchObject({ from: 'deli@example.com', to: ['ben@example.com'] })
  for (const part of ['text/plain', 'text/html', 'application/pdf', 'R-2'])
    expect(letter?.raw).toContain(part)
  expect(view.errors).toEqual([])
})

async function bringOrders(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: t('shell.nav.imports'), exact: true })
    .first()
    .click()
  const file = {
    name: 'till.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...orders, ''].join('\n')),
  }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: t('imports.start.run_other', { count: orders.length }) }).click()
  await page.getByRole('link', { name: t('imports.end.toOrders') }).waitFor()
}
