import { expect, test } from 'vitest'
import { allTexts } from './all-texts.ts'

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) found.set(path, text)
  }
  return found
}

const placeholders = (text: string) => [...text.matchAll(/{{([\w, ]+)}}/g)].map((m) => m[1]).sort()
const english = flatten((await allTexts('en')) as Tree)
const spanish = flatten((await allTexts('es')) as Tree)

test('a Spanish text has the same parameters as the English one', () => {
  const differing = [...english].filter(([key, text]) => {
    return String(placeholders(text)) !== String(placeholders(spanish.get(key) ?? ''))
  })

  expect(differing.map(([key]) => key)).toEqual([])
})

test('what stands in double brackets is the merchant’s own word', () => {
  const others = [...english, ...spanish].filter(([, text]) =>
    text.replace(/\[\[[Ww]ords?(\|[^[\]|]+)?\]\]/g, '').match(/\[\[|\]\]/),
  )

  expect(others).toEqual([])
})

test('no text is empty, and none begins or ends with a space', () => {
  const odd = [...english, ...spanish].filter(([, text]) => text === '' || text !== text.trim())

  expect(odd).toEqual([])
})

test('Spanish has nothing that English lacks but the plural of whole millions', () => {
  const more = [...spanish.keys()].filter((key) => !english.has(key) && !key.endsWith('_many'))

  expect(more).toEqual([])
})

test('only where it is named and set up is an organization called so: elsewhere it bears the merchant’s word', () => {
  const fixed = [...english, ...spanish].filter(
    ([key, text]) =>
      !/^(customerFields\.organizations?|settings\.)/.test(key) &&
      /organi[sz]a(tions?|ci[oó]n(es)?)\b/i.test(text.replace(/{{.*?}}/g, '')),
  )

  expect(fixed).toEqual([])
})
