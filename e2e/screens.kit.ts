// A browser on a running Clientele. Texts are looked up in the shipped languages, so that one journey is walked
// in each of them.
import type { Browser, Page } from 'playwright-core'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import { allTexts } from '../web/src/locales/all-texts.ts'
import { launchBrowser } from './browser.ts'
import { newFolder, removeFolder, type Started, serve, succeed } from './processes.kit.ts'

export type Language = 'en' | 'es'
const messages = { en: await allTexts('en'), es: await allTexts('es') }

export const owner = { email: 'owner@example.com', password: 'a long enough phrase' }

/** As a merchant calls them who has no word of their own. */
const organizations: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { word: 'organization', words: 'organizations', Word: 'Organization', Words: 'Organizations' },
  es: { word: 'organización', words: 'organizaciones', Word: 'Organización', Words: 'Organizaciones' },
}

/** The text of a key as the screen shows it; `{{count, number}}` and its kin are filled by name. */
export function textsOf(language: Language) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    let node: unknown = messages[language]
    for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part]
    if (typeof node !== 'string') throw new Error(`there is no text ${key} in ${language}`)
    return node
      .replace(/\[\[(\w+)\|?(.*?)\]\]/g, (_, name: string, usual: string) =>
        usual === '' ? (organizations[language][name] ?? '') : usual,
      )
      .replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

export type House = {
  readonly server: Started
  readonly key: string
  api(method: string, path: string, body?: unknown): Promise<Made>
  close(): Promise<void>
}
export type Made = {
  readonly id: string
  readonly version: number
  readonly items: readonly { readonly id: string; readonly displayName: string }[]
}

/** For pictures: a browser and a Clientele as it is before its first start; both are gone when the work is done. */
export async function withStudio(
  work: (studio: {
    readonly browser: Browser
    readonly server: Started
    /** An owner of a business that looks like one, with the sample beside it. */
    makeSample(): Promise<void>
  }) => Promise<void>,
): Promise<void> {
  await ensureWebBuilt()
  const folder = newFolder()
  const server = await serve(folder)
  const browser = await launchBrowser()
  const named = ['--email', owner.email, '--password', owner.password, '--name', 'Robin Hart']
  const place = ['--merchant', 'Harbor & Vine', '--time-zone', 'America/New_York']
  try {
    await server.ready()
    await work({
      browser,
      server,
      makeSample: async () => {
        for (const command of [['owner', ...named, ...place], ['sample']])
          await succeed(command, { CLIENTELE_DATA: folder })
      },
    })
  } finally {
    await browser.close()
    await server.stop()
    await removeFolder(folder)
  }
}

export type View = { readonly page: Page; readonly errors: readonly string[]; close(): Promise<void> }

export type Look = {
  readonly language?: Language
  readonly scheme?: 'light' | 'dark'
  readonly phone?: boolean
}

/** A page of its own; what the browser complains about is collected. */
export async function openPage(browser: Browser, look: Look = {}): Promise<View> {
  const context = await browser.newContext({
    locale: look.language === 'es' ? 'es-ES' : 'en-US',
    colorScheme: look.scheme ?? 'light',
    viewport: look.phone === true ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // A phone's finger is coarse: what is larger for it is seen in the tests too.
    ...(look.phone === true && { hasTouch: true, isMobile: true }),
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[14]/.test(message.text())) errors.push(message.text())
  })
  page.setDefaultTimeout(15_000)
  const close = async () => {
    // An answer that a test was about to change may still be on its way.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  }
  return { page, errors, close }
}

export async function signIn(page: Page, server: Started, language: Language = 'en'): Promise<void> {
  const t = textsOf(language)
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel(t('auth.signIn.email'), { exact: true }).fill(owner.email)
  await page.getByLabel(t('auth.signIn.password'), { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: t('auth.signIn.submit'), exact: true }).click()
  await page.waitForURL(/\/customers/)
}

/** Signed in already, at an address: without the two pages that come first. */
export async function enter(page: Page, { url }: Started, path: string): Promise<void> {
  const answer = await page.request.post(`${url}/api/v1/session`, { data: owner })
  if (!answer.ok()) throw new Error(`not signed in: ${answer.status()}`)
  await page.goto(url + path)
}

export async function enterSample(page: Page, { url }: Started): Promise<void> {
  const { id } = await (await page.request.post(`${url}/api/v1/sample`)).json()
  await page.request.post(`${url}/api/v1/session/merchant`, { data: { merchantId: id } })
}

/** For a picture: nothing is on its way any more, and what moves has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  await page.evaluate(() => document.fonts.ready)
  // Nothing is shown as if somebody pointed at it.
  await page.mouse.move(1, 1)
  await page.waitForTimeout(900)
}
