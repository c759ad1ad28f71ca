// `npm run screens:every -- <folder>`: every address, large and small, light and dark, new, empty and with the sample
// business, to be looked at one by one.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { bringOrdersAs } from './orders.kit.ts'
import type { Started } from './processes.kit.ts'
import { enterSample, openPage, settled, signIn, withStudio } from './screens.kit.ts'

const common = [
  ...['/dashboard', '/start', '/customers', '/orders', '/imports', '/exports', '/nowhere'],
  ...['/settings/business', '/settings/tags', '/settings/stores', '/settings/outbox', '/settings/account'],
]

type Studio = Readonly<{ browser: Browser; server: Started }>
type State = 'new' | 'out' | 'empty' | 'sample'

const target = resolve(process.argv[2] ?? 'screens')
mkdirSync(target, { recursive: true })
await withStudio(async (studio) => {
  await takeAll(studio, 'new', ['/setup'])
  await studio.makeSample()
  await takeAll(studio, 'out', ['/sign-in', '/reset?token=no-longer-good'])
  await takeAll(studio, 'empty', [...common, '/customers/new?type=personal'])
  await takeAll(studio, 'sample', [...common, ...(await addressesOfSample(studio))])
})

async function takeAll(
  { browser, server }: Studio,
  state: State,
  addresses: readonly string[],
): Promise<void> {
  for (const phone of [false, true])
    for (const scheme of ['light', 'dark'] as const) {
      const { page, close } = await openPage(browser, { phone, scheme })
      if (state === 'empty' || state === 'sample') await signIn(page, server)
      if (state === 'sample') await enterSample(page, server)
      for (const address of addresses)
        await take(page, server.url, address, [state, phone ? 'phone' : 'desk', scheme])
      await close()
    }
}

async function take(page: Page, url: string, address: string, look: readonly string[]): Promise<void> {
  await page.goto(url + address)
  await settled(page)
  const name = address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => id.slice(-4))
    .replace(/\W+/g, '-')
    .replace(/^-|-$/g, '')
  await page.screenshot({ path: join(target, `${name} ${look.join(' ')}.png`) })
}

/** Orders of every kind; a person with many tags, one with a long name, one from right to left, a business, and their tabs. */
async function addressesOfSample({ browser, server }: Studio): Promise<string[]> {
  const { page, close } = await openPage(browser)
  await signIn(page, server)
  await enterSample(page, server)
  const idOf = async (query: string) => {
    const answer = await page.request.get(`${server.url}/api/v1/customers?limit=1&fields=id&${query}`)
    return (await answer.json()).items[0].id as string
  }
  await bringOrdersAs(page)
  const orders = await page.request.get(`${server.url}/api/v1/orders?limit=7`)
  const { items } = await orders.json()
  const person = await idOf('type=personal&tag=VIP')
  const business = await idOf('type=business')
  await close()
  const record = (id: string) => [
    `/customers/${id}`,
    `/customers/${id}?tab=activity`,
    `/customers/${id}/edit`,
    `/customers/${id}/metrics`,
    `/customers/${id}/reviews`,
  ]
  return [
    ...record(person),
    `/customers/${person}?tab=people`,
    ...record(business),
    `/customers/${business}?tab=people`,
    `/customers/${business}?tab=orders`,
    ...items.map(({ id }: { id: string }) => `/orders/${id}`),
    '/orders?q=zzzz',
    '/customers?q=zzzz',
    '/customers?sort=-createdAt&type=business',
  ]
}
