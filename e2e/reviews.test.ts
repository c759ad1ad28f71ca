// What customers said: from the list to the score, to the reviews, to whose one really is; and a business without them.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, type Look, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
const es = textsOf('es')
let browser: Browser
let house: House
let ana = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  const person = { type: 'personal', lastName: 'Bell' }
  ana = (await house.api('POST', '/customers', { ...person, firstName: 'Ana', number: 'A' })).id
  await house.api('POST', '/customers', { ...person, firstName: 'Bo', number: 'B' })
  await house.api('PUT', '/orders/external/till/7', {
    ...{ placedAt: '2026-01-05T12:00:00Z', number: 'A-7', totals: { net: 100 }, customer: { number: 'A' } },
  })
  const words = ['The bread!', 'Cold soup', 'Lovely', 'As ever']
  for (const [n, text] of words.entries())
    await house.api('PUT', `/reviews/external/till/${n}`, {
      ...{ at: `2026-01-0${n + 6}T12:00:00Z`, score: n === 1 ? 1 : 5, text, order: { externalId: '7' } },
    })
})

/** The heading of the page of reviews. */
const shareOf = (positive: number, count: number) =>
  t('customerReviews.head', { share: t('customerReviews.share_other', { positive, count }) })

async function open(path: string, look: Look = {}): Promise<Page> {
  const view = await openView(browser, look)
  onTestFinished(() => view.close())
  onTestFinished(() => expect(view.errors).toEqual([]))
  const { language = 'en' } = look
  await view.page.addInitScript((code) => localStorage.setItem('clientele-language', code), language)
  await signIn(view.page, house.server, language)
  await view.page.goto(house.server.url + path)
  return view.page
}

test('from the list to the score, to the bad ones, and to whom one really belongs', async () => {
  const page = await open('/customers?sort=-reviews')
  // What the list is sorted by is shown before anybody chooses it.
  await page.getByRole('row').nth(1).getByText('75% of 4').waitFor()
  await page.getByRole('button', { name: t('customerList.chooser.button'), exact: true }).click()
  await page.getByRole('checkbox', { name: t('customerList.columns.reviews') }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('row').nth(1).getByText('75% of 4').waitFor()
  await page.locator('tbody').getByRole('link', { name: 'Ana Bell' }).click()

  const score = page.getByRole('region', { name: t('customerReviews.score') })
  await score.getByText(t('customerReviews.share_other', { positive: 3, count: 4 })).waitFor()
  await score.getByText(t('customerReviews.all_other', { count: 4 })).click()
  await page.waitForURL(/\/reviews$/)
  await page
    .getByRole('radiogroup', { name: t('customerReviews.which') })
    .getByText(t('customerReviews.sentiments.negative'))
    .click()
  await page.waitForURL(/sentiment=negative/)
  await page.getByText('The bread!').waitFor({ state: 'detached' })
  await page.getByText('Cold soup').waitFor()
  await page.getByRole('link', { name: t('customerReviews.order', { number: 'A-7' }) }).waitFor()

  await page.getByRole('button', { name: /More for the review/ }).click()
  await page.getByRole('menuitem', { name: t('customerReviews.assign') }).click()
  await page.getByText(t('customerForm.picker.type')).waitFor()
  await page.getByRole('combobox', { name: t('customerReviews.assignField') }).fill('bo')
  await page.getByRole('option', { name: /Bo Bell/ }).click()
  await page.getByText(t('customerReviews.assigned', { name: 'Bo Bell' })).waitFor()
  // The list is empty now: the question is gone for good, and whoever uses the keyboard is at the top.
  await page.getByText(t('customerReviews.noneTitle')).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.getByRole('button', { name: t('customerReviews.showAll') }).click()
  await page.getByText(shareOf(3, 3)).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page
    .getByRole('button', { name: /More for the review/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: t('customerReviews.delete') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('customerReviews.delete') })
    .click()
  await page.getByText(t('customerReviews.deleted')).waitFor()
  await page.getByText(shareOf(2, 2)).waitFor()
  await page.goto(`${house.server.url}/customers/${ana}?tab=activity`)
  await page.getByText(/deleted a review/).waitFor()
  await page.getByText(/took a review away from this customer/).waitFor()
})

test('whoever works for single stores is told how many reviews they can see', async () => {
  const page = await open('/customers')
  const json = Object.fromEntries(
    ['month', 'threeMonths', 'sixMonths', 'lifetime'].map((name) => [
      ...[name, { count: 1, positive: 0, negative: 1 }],
    ]),
  )
  await page.route('**/review-score', (route) => route.fulfill({ json }))
  await page.goto(`${house.server.url}/customers/${ana}`)
  await page.getByRole('link', { name: t('customerReviews.all_one') }).click()
  await page.getByText(shareOf(0, 1)).waitFor()
})

test('a review of nobody is found by the palette and given to whoever it is of', async () => {
  const carl = await house.api('POST', '/customers', { firstName: 'Carl', lastName: 'Cole' })
  await house.api('PUT', '/reviews/external/site/9', {
    ...{ at: '2026-03-01T12:00:00Z', score: 4, text: 'Warm bread', customer: { email: 'who@example.com' } },
  })
  const page = await open('/customers')
  await page.locator('tbody').getByRole('link', { name: 'Carl Cole' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(t('shell.nav.reviews'))
  await page.getByRole('option', { name: t('shell.nav.reviews'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: t('customerReviews.title') }).waitFor()
  // Everybody's at first, each with whose it is; then the bad ones, which it is not.
  await page.getByText('Warm bread').waitFor()
  await page.getByText('The bread!').first().waitFor()
  await page.getByRole('link', { name: 'Ana Bell' }).first().waitFor()
  await page.getByText(t('customerReviews.everybodys.negative'), { exact: true }).first().click()
  await page.getByText('Warm bread').waitFor({ state: 'detached' })
  await page.getByText(t('customerReviews.everybodys.nobodys')).click()
  await page.getByText('Warm bread').waitFor()
  await page.getByText(t('customerReviews.nobodys.named', { reference: 'who@example.com' })).waitFor()
  // What is somebody's is not here.
  expect(await page.getByText('The bread!').count()).toBe(0)
  await expectClean(page)

  await page.getByRole('button', { name: /^Assign to a customer:/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: t('customerReviews.assignField') }).fill('carl')
  await page.getByRole('option', { name: /Carl Cole/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText(t('customerReviews.assigned', { name: 'Carl Cole' })).waitFor()
  await page.getByText(t('customerReviews.nobodys.emptyTitle')).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.goto(`${house.server.url}/customers/${carl.id}/reviews`)
  await page.getByText('Warm bread').waitFor()
})

test('a business that does without has no column, no score and no feedback, and keeps what is there', async () => {
  const page = await open('/settings/business')
  await page.getByLabel(t('settings.business.reviewsShow')).uncheck()
  await page.getByRole('button', { name: t('common.saveChanges') }).click()
  await page.getByText(t('settings.business.saved')).waitFor()
  await page.goto(`${house.server.url}/customers/${ana}`)
  await page.getByRole('heading', { name: t('customerRecord.about') }).waitFor()
  expect(await page.getByText(t('customerReviews.score')).count()).toBe(0)
  await page.goto(`${house.server.url}/customers/${ana}/metrics`)
  await page.getByText(t('customerMetrics.visits'), { exact: true }).waitFor()
  expect(await page.getByText(t('customerMetrics.feedback.positive')).count()).toBe(0)
  for (const path of ['/reviews', `/customers/${ana}/reviews`]) {
    await page.goto(house.server.url + path)
    await page.getByText(t('customerReviews.off.switch')).waitFor()
  }
  await expectClean(page)
  await page.getByRole('link', { name: t('customerReviews.off.action') }).click()
  await page.getByLabel(t('settings.business.reviewsShow')).waitFor()
  await house.api('PATCH', '/settings', { showReviews: true })
})

test('on a phone, in Spanish, nothing hangs over the edge and axe finds nothing', async () => {
  const page = await open(`/customers/${ana}/reviews`, { phone: true, language: 'es' })
  await page
    .getByRole('button', { name: /Más sobre la opinión/ })
    .first()
    .waitFor()
  await page.getByText(es('customerReviews.sentiments.positive')).first().waitFor()
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over).toBeLessThanOrEqual(0)
  await expectClean(page)
})
