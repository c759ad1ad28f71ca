// `npm run screens`: the pictures of the documentation, taken anew from a business with made-up customers.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { launchBrowser } from './browser.ts'
import { newFolder, removeFolder, run, serve } from './processes.kit.ts'
import { openPage, owner, signIn } from './screens.kit.ts'

const target = resolve(import.meta.dirname, '../docs/screens')
const CUSTOMERS = '400'
mkdirSync(target, { recursive: true })

const shots = [
  { name: 'customers-light', path: '/customers', scheme: 'light', phone: false },
  { name: 'customers-dark', path: '/customers', scheme: 'dark', phone: false },
  { name: 'customers-search', path: '/customers?q=garc', scheme: 'light', phone: false },
  { name: 'customers-phone', path: '/customers', scheme: 'light', phone: true },
  { name: 'new-customer', path: '/customers/new?type=business', scheme: 'light', phone: false },
  { name: 'record', path: 'record', scheme: 'light', phone: false },
  { name: 'record-phone', path: 'record', scheme: 'dark', phone: true },
  { name: 'settings-tags', path: '/settings/tags', scheme: 'light', phone: false },
] as const

await ensureWebBuilt()
const folder = newFolder()
const env = { CLIENTELE_DATA: folder }
await run(
  [
    'owner',
    '--email',
    owner.email,
    '--password',
    owner.password,
    '--merchant',
    'North Deli',
    '--time-zone',
    'America/New_York',
  ],
  env,
)
await run(['generate', '--customers', CUSTOMERS], env)
const server = await serve(folder)
await server.ready()
const browser = await launchBrowser()
try {
  for (const { name, path, scheme, phone } of shots) {
    const { page, close } = await openPage(browser, { scheme, phone })
    await signIn(page, server)
    if (path === 'record') {
      await page.goto(`${server.url}/customers?q=garc`)
      await page.getByRole('main').getByRole('link', { name: /garc/i }).first().click()
    } else await page.goto(server.url + path)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(target, `${name}.png`) })
    await close()
  }
} finally {
  await browser.close()
  await server.stop()
  await removeFolder(folder)
}
