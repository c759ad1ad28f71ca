// No component holds words of its own, and no text lies unused: read off the syntax of every file.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { allTexts } from './all-texts.ts'

const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$|\.gen\.ts$|^locales\/(en|es)\//.test(name))
  .map((name) => join(source, name))

/** Attributes that a reader sees or hears. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'description', 'text'])
/** Addresses are the same in every language. */
const hasWords = (text: string) => /\p{L}{2}/u.test(text) && !/^https?:\/\/|^[\w.-]+\.com$/.test(text)

const wordsInCode: string[] = []
const literals = new Set<string>()
/** Of texts whose key is put together: what stands still in it. */
const patterns: RegExp[] = []
/** What is put into a text, by name. */
const given: { readonly where: string; readonly key: string; readonly name: string }[] = []

for (const file of files) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const say = (node: ts.Node, words: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    wordsInCode.push(`${relative(source, file)}:${line + 1} ${words.trim()}`)
  }
  const noteGiven = ({ expression, arguments: [key, values] }: ts.CallExpression) => {
    if (expression.getText() !== 't' || key === undefined || !ts.isStringLiteralLike(key)) return
    if (values === undefined || !ts.isObjectLiteralExpression(values)) return
    for (const { name } of values.properties)
      if (name !== undefined)
        given.push({ where: relative(source, file), key: key.text, name: name.getText() })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) noteGiven(node)
    if (ts.isJsxText(node) && hasWords(node.text)) say(node, node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      for (const words of literalsOf(node.expression)) if (hasWords(words)) say(node, words)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer !== undefined) {
      const { initializer } = node
      const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer
      for (const words of literalsOf(value)) if (hasWords(words)) say(node, words)
    }
    if (ts.isStringLiteralLike(node)) literals.add(node.text)
    if (ts.isTemplateExpression(node)) patterns.push(patternOf(node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
}

/** What an expression puts on the screen as it stands: a literal, or one of several. */
function literalsOf(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken)
    return literalsOf(node.right)
  return []
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const still = [head.text, ...templateSpans.map(({ literal }) => literal.text)]
  // A key has at least its area standing still.
  if (!/^[a-z]\w*\./i.test(head.text)) return /^$/
  return new RegExp(`^${still.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
}

type Tree = { readonly [key: string]: string | Tree }

function textsOf(tree: Tree, prefix = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : textsOf(value, `${prefix}${key}.`),
  )
}

const english = textsOf((await allTexts('en')) as Tree)
const keys = english.map(([key]) => key)
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

test('what is put into a text has its place there: {{words}}, where [[words]] is the merchant’s own', () => {
  const lost = given.filter(({ key, name }) => {
    const texts = english.filter(([known]) => withoutPlural(known) === key || known === key)
    return name !== 'count' && !texts.some(([, text]) => new RegExp(`{{${name}\\b`).test(text))
  })

  expect(given.length).toBeGreaterThan(100)
  expect(lost).toEqual([])
})

test('no component holds words of its own', () => {
  expect(wordsInCode).toEqual([])
})

test('an error that has a text can happen: the server or the app gives its code', () => {
  const server = join(source, '../../server/src')
  const code = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(server, name), 'utf8'))
    .join('')
  // Put together of a word and what stands still: `field.${keyword}`.
  const composed = [...code.matchAll(/`((?:[\w.]|\$\{[^}]*\})*\.(?:[\w.]|\$\{[^}]*\})*)`/g)]
    .map(([, text = '']) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`))
    .filter((pattern) => /[a-z]{3}/.test(pattern.source))
  const never = keys
    .filter((key) => key.startsWith('errors.'))
    .map((key) => key.slice('errors.'.length))
    .filter((known) => !literals.has(known) && !literals.has(`errors.${known}`))
    .filter((known) => !code.includes(`'${known}'`) && !composed.some((pattern) => pattern.test(known)))
  expect(never).toEqual([])
})

test('the journeys through the screens look for texts that there are', () => {
  const journeys = join(source, '../../e2e')
  const sought = readdirSync(journeys)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(journeys, name), 'utf8')
      return [...text.matchAll(/\bt\(\s*'([a-z]\w*(?:\.\w+)+)'/gi)].map(([, key = '']) => `${name} ${key}`)
    })
  expect(sought.length).toBeGreaterThan(50)
  expect(sought.filter((one) => !keys.includes(one.split(' ')[1] ?? ''))).toEqual([])
})

test('no text lies unused', () => {
  const unused = keys.filter((key) => {
    const asked = withoutPlural(key)
    return !literals.has(asked) && !patterns.some((pattern) => pattern.test(asked))
  })
  expect(unused).toEqual([])
})
