// What is not kept yet is asked about before somebody leaves it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { field, pencil, recordsForTests } from './record.kit.ts'
import { textsOf } from './screens.kit.ts'
import { expectClean } from './view.kit.ts'

const t = textsOf('en')
const { make, kept, openRecord } = recordsForTests()

/** So that there is a page of the same visit behind the next one. */
async function goAwayAndBack(page: Page): Promise<void> {
  const { href } = new URL(page.url())
  await page.getByRole('button', { name: t('customerForm.back'), exact: true }).click()
  await page.waitForURL((url) => url.href !== href)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Ann Bell' }).waitFor()
}

test('what is refused or on its way is asked about before it is left, also for another tab of the record', async () => {
  const { id } = await make({})
  const page = await openRecord(id)
  await goAwayAndBack(page)
  const stay = page.getByRole('button', { name: t('common.stay') })
  const activity = page.getByRole('tab', { name: t('customerRecord.tabs.activity') })
  const patch = (status: number) =>
    page.route('**/api/v1/customers/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback()
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (status === 200) return route.fallback()
      await route.fulfill({ status, json: { code: 'internal', status, fields: [] } })
    })

  await patch(500)
  await page.getByRole('button', { name: t('customerRecord.inPlace.notes') }).click()
  await field(page, 'customerFields.notes').fill('A long note')
  await activity.click()
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  await page.goForward()
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe(`/customers/${id}`)
  let isAsked = false
  page.once('dialog', (dialog) => {
    isAsked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  })
  await page.evaluate(() => location.reload())
  await expect.poll(() => isAsked).toBe(true)
  await page.getByRole('button', { name: t('customerRecord.inPlace.again') }).click()
  expect(await field(page, 'customerFields.notes').inputValue()).toBe('A long note')

  await page.unroute('**/api/v1/customers/*')
  await patch(200)
  await activity.click()
  await page.getByRole('tabpanel', { name: t('customerRecord.tabs.activity') }).waitFor()
  expect(await stay.count()).toBe(0)
  expect(await kept(id)).toMatchObject({ notes: 'A long note' })
})

test('an open field is asked about before the page is left, and stays open for who stays', async () => {
  const { id } = await make({ taxId: 'ONE' })
  const page = await openRecord(id)
  await goAwayAndBack(page)
  await pencil(page, t('customerFields.taxId')).click()
  await field(page, 'customerFields.taxId').fill('TWO')
  await page.goForward()
  const stay = page.getByRole('button', { name: t('common.stay') })
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  expect(await field(page, 'customerFields.taxId').inputValue()).toBe('TWO')
  expect(await kept(id)).toMatchObject({ taxId: 'ONE' })
})

test('Escape asks before a long text is thrown away, and leaves one that is as it was', async () => {
  const { id } = await make({ notes: 'Nuts' })
  const page = await openRecord(id)
  const notes = field(page, 'customerFields.notes')
  const pen = pencil(page, t('customerFields.notes'))
  const press = async (word: string) => {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t(word) })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  await pen.click()
  await notes.waitFor()
  await page.keyboard.press('Escape')
  await notes.waitFor({ state: 'detached' })

  await pen.click()
  await notes.fill('Nuts and eggs')
  await page.keyboard.press('Escape')
  await expectClean(page)
  await press('common.keepEditing')
  expect(await notes.inputValue()).toBe('Nuts and eggs')
  await expect.poll(() => notes.evaluate((one) => one === document.activeElement)).toBe(true)

  await page.keyboard.press('Escape')
  await press('common.discard')
  await notes.waitFor({ state: 'detached' })
  await expect.poll(() => pen.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await kept(id)).toMatchObject({ notes: 'Nuts' })
})
