// Screens for what goes wrong: each says what happened and what to do, in the place where it happened.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type House, signIn, textsOf } from './screens.kit.ts'
import { expectClean, openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House
let page: Page

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeEach(async () => {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  page = view.page
  await signIn(page, house.server)
})

test('a release that came while the page was open: what is missing says so, and loading again helps', async () => {
  await page.route(/\/assets\/.*\.js/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.route(`${house.server.url}/`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ body: (await answer.text()).replace(/assets\/[\w-]+\.js/, 'assets/newer.js') })
  })
  await page.getByRole('link', { name: t('shell.nav.imports') }).click()
  await page.getByRole('heading', { name: t('states.newVersion') }).waitFor()
  await page.getByRole('status').getByText(t('states.newVersion')).waitFor()
  await expectClean(page)

  await page.unroute(/\/assets\/.*\.js/)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('states.reload') })
    .click()
  await page.getByRole('heading', { name: t('imports.title'), level: 1 }).waitFor()
})

test('nothing at an address: the way on does not load everything anew', async () => {
  await page.goto(`${house.server.url}/no-such-page`)
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
  await page.getByRole('link', { name: t('states.notFoundAction') }).click()
  await page.getByText(t('customerList.empty.title')).waitFor()
  expect(await page.locator('body[data-same-page]').count()).toBe(1)
})

test('a link for a new password that is dead says so at once, and also when it dies while the page is open', async () => {
  await page.route('**/password-reset/check', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${house.server.url}/reset?token=spent`)
  await page.getByRole('heading', { level: 1, name: t('auth.reset.title') }).waitFor()
  await expectClean(page)
  await page.unroute('**/password-reset/check')
  for (const field of ['auth.password.new', 'auth.password.repeat'])
    await page.getByLabel(t(field), { exact: true }).fill('a wholly new phrase')
  await page.getByRole('button', { name: t('auth.reset.submit') }).click()
  await page.getByRole('heading', { level: 1, name: t('auth.link.title') }).waitFor()

  await page.goto(`${house.server.url}/reset?token=spent`)
  await page.getByText(t('auth.link.dead')).waitFor()
  expect(await page.locator('input[type=password]').count()).toBe(0)
  await page.getByRole('link', { name: t('auth.link.signIn') }).click()
  await page.getByRole('heading', { level: 1, name: t('auth.signIn.title') }).waitFor()
})

test('a full disk and a missing right have words of their own', async () => {
  await page.route('**/api/v1/imports?*', (route) =>
    route.fulfill({ status: 507, contentType: 'application/problem+json', body: '{"code":"disk.full"}' }),
  )
  await page.goto(`${house.server.url}/imports`)
  await page.getByRole('heading', { name: t('states.diskTitle') }).waitFor()
  await page.getByText(t('errors.disk.full')).waitFor()

  await page.route('**/api/v1/settings', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"code":"forbidden"}' }),
  )
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...(await answer.json()), permissions: [] } })
  })
  await page.goto(`${house.server.url}/settings/business`)
  await page.getByRole('heading', { name: t('states.forbiddenTitle') }).waitFor()
  const sections = page.getByRole('navigation', { name: t('settings.sections') })
  expect(await sections.getByRole('link').allTextContents()).toEqual([t('shell.settingsTabs.account')])
  await page.goto(`${house.server.url}/settings`)
  await page.waitForURL(/settings\/account/)
})

test('on a phone the tab of the page that is open stands within the screen', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  const account = page
    .getByRole('navigation', { name: t('settings.sections') })
    .getByRole('link', { name: t('shell.settingsTabs.account') })
  const isWithin = () =>
    account.evaluate((tab) => {
      const [inner, outer] = [tab.getBoundingClientRect(), tab.parentElement?.getBoundingClientRect()]
      return outer !== undefined && inner.right <= outer.right + 1 && inner.left >= outer.left - 1
    })
  await page.goto(`${house.server.url}/settings/account`)
  await expect.poll(isWithin).toBe(true)
  await page.goto(`${house.server.url}/settings/business`)
  // A click of the test would bring it into view itself.
  await account.evaluate((tab: HTMLElement) => tab.click())
  await page.waitForURL(/settings\/account/)
  await expect.poll(isWithin).toBe(true)
})

test.each([
  ['a wide screen', 1440, 900],
  ['a phone', 390, 844],
])('on %s the banner of what was done covers nothing that can be done next', async (_, width, height) => {
  await page.setViewportSize({ width, height })
  await page.goto(`${house.server.url}/settings/business`)
  const reviews = page.getByRole('switch', { name: t('settings.business.reviewsShow') })
  await reviews.click()
  await page.getByRole('button', { name: t('common.saveChanges') }).click()
  const banner = page.locator('.mantine-Notifications-notification')
  await banner.getByText(t('settings.business.saved')).waitFor()
  const covered = await banner.evaluate((box) => {
    scrollTo(0, 0)
    const over = box.getBoundingClientRect()
    const frame = innerWidth > 768 ? ', header button' : ''
    return [...document.querySelectorAll(`main :is(a, button, input, [role="switch"])${frame}`)]
      .filter((one) => {
        const { top, bottom, left, right } = one.getBoundingClientRect()
        return bottom > over.top && top < over.bottom && right > over.left && left < over.right
      })
      .map((one) => one.textContent)
  })
  expect(covered).toEqual([])
  // Where the bar at the top has no free place, what passes by lets a finger through.
  await page.getByRole('button', { name: t('shell.help') }).click()
  await page.getByRole('dialog', { name: t('help.business.title') }).waitFor()
})
