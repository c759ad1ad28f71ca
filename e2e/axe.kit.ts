// axe with every WCAG 2.2 A and AA rule, none switched off.
import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const options: RunOptions = {
  // Only what is wrong is read, and no rule of these looks into style sheets: fetching them again is most of the time.
  resultTypes: ['violations'],
  preload: { assets: ['media'] },
}
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What it finds on the page as it stands; `contrast` alone where only the colours are others. */
export async function findingsOf(
  page: Page,
  what: 'everything' | 'contrast' = 'everything',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (given) => {
      const { run } = (window as unknown as { axe: typeof import('axe-core') }).axe
      const { violations } = await run(document, given)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      )
    },
    { ...options, runOnly: what === 'contrast' ? ['color-contrast'] : tags },
  )
}

/** What was loading has come, and what was moving stands. */
export async function atRest(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await drawn(page)
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], [data-old])') === null &&
      document.getAnimations().every((one) => !(one instanceof CSSTransition)),
  )
}

/** What was just changed is on the screen: the page has answered it, and that has been drawn as well. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
