// axe with every WCAG 2.2 A and AA rule, none switched off.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What it finds on the page as it stands; `contrast` alone where only the colours are others. */
export async function findingsOf(
  page: Page,
  what: 'everything' | 'contrast' = 'everything',
): Promise<string[]> {
  // No page of ours has frames, and only what is wrong is read: so it takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (what === 'contrast'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(rules)
  ).analyze()
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id} ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

/** What was loading has come. */
export async function atRest(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], [data-old])') === null &&
      document.getAnimations().every((one) => !(one instanceof CSSTransition)),
  )
}
