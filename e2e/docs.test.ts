// What the documentation points at is there, and every picture is one that `npm run screens` takes.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { shots } from './shots.ts'

const root = resolve(import.meta.dirname, '..')
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** Places in the repository that a document links to or shows. */
function targetsOf(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8')
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/g)]
  return found
    .map(([, link, source]) => (link ?? source ?? '').replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => relative(root, resolve(root, dirname(document), target)))
}

const targets = documents.flatMap(targetsOf)

test('every link between documents leads somewhere', () => {
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
})

test('every picture is taken by the script, and shown', () => {
  const taken = shots.map(({ name }) => `${name}.webp`).sort()
  const shown = targets.filter((target) => target.startsWith('docs/screens/'))

  expect(readdirSync(join(root, 'docs/screens')).sort()).toEqual(taken)
  expect(taken.filter((name) => !shown.includes(`docs/screens/${name}`))).toEqual([])
})
