// `npm run screens`: the pictures of the documentation, taken anew from the sample business. Names choose some of them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Started } from './processes.kit.ts'
import { enterSample, openPage, settled, signIn, withStudio } from './screens.kit.ts'
import { type Shot, shots } from './shots.ts'

const target = resolve(import.meta.dirname, '../docs/screens')
/** Small enough for a repository, sharp enough for its letters. */
const QUALITY = 82

const wanted = process.argv.slice(2)
const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

mkdirSync(target, { recursive: true })
await withStudio(async ({ browser, server, makeSample }) => {
  for (const shot of chosen.filter(({ where }) => where === 'new')) await take(browser, server, shot)
  await makeSample()
  for (const shot of chosen.filter(({ where }) => where !== 'new')) await take(browser, server, shot)
})

async function take(browser: Browser, server: Started, shot: Shot): Promise<void> {
  const { page, close } = await openPage(browser, shot)
  if (shot.where !== 'new') await signIn(page, server)
  if (shot.where === undefined) await enterSample(page, server)
  await page.goto(server.url + shot.path)
  await settled(page)
  await shot.act?.(page)
  await settled(page)
  writeFileSync(join(target, `${shot.name}.webp`), await picture(page))
  await close()
  process.stdout.write(`${shot.name}\n`)
}

/** Twice as fine as the screen, as WebP, which Playwright's own pictures are not. */
async function picture(page: Page): Promise<Buffer> {
  const chrome = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
  const { data } = await chrome.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { x: 0, y: 0, width, height, scale: 1.5 },
  })
  return Buffer.from(data, 'base64')
}
