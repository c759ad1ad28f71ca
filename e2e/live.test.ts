// What one user changes, another sees: without a reload, within a second, and marked.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type House, signIn, textsOf } from './screens.kit.ts'
import { openForTests, openView } from './view.kit.ts'

const t = textsOf('en')
let browser: Browser
let house: House
let person = ''

beforeAll(async () => {
  const opened = await openForTests()
  ;({ browser, house } = opened)
  return opened.close
})
beforeAll(async () => {
  person = (await house.api('POST', '/customers', { type: 'personal', firstName: 'Ana', lastName: 'Arden' }))
    .id
})

test('an edit of one appears in the list and in the record of others within a second, marked for a moment', async () => {
  const [editor, list, record] = await Promise.all([openSigned(), openSigned(), openSigned()])
  await list.getByRole('link', { name: 'Ana Arden' }).waitFor()
  await record.goto(`${house.server.url}/customers/${person}`)
  await record.getByRole('heading', { name: 'Ana Arden' }).waitFor()
  await editor.goto(`${house.server.url}/customers/${person}/edit`)
  await editor.getByLabel(t('customerFields.lastName'), { exact: true }).fill('Birch')

  const saved = editor.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await editor.keyboard.press('Control+s')
  await saved
  const begun = performance.now()
  const since = () => performance.now() - begun
  const [inList, inRecord] = await Promise.all([
    list.getByRole('link', { name: 'Ana Birch' }).waitFor().then(since),
    record.getByRole('heading', { name: 'Ana Birch', level: 1 }).waitFor().then(since),
  ])

  expect(Math.max(inList, inRecord)).toBeLessThan(1000)
  await list.locator('tr[data-changed]', { hasText: 'Ana Birch' }).waitFor()
  await record.locator('h1[data-changed]').waitFor()
  // The one who wrote it is told nothing new.
  expect(await editor.locator('[data-changed]').count()).toBe(0)
  await list.locator('[data-changed]').waitFor({ state: 'detached', timeout: 4000 })
})

async function openSigned(): Promise<Page> {
  const view = await openView(browser)
  onTestFinished(() => view.close())
  await signIn(view.page, house.server)
  return view.page
}
