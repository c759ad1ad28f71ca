// What is asked: drawn from the data, so that common and rare, early and late in the alphabet, all occur as they do in it.
import type pg from 'pg'
import type { Client } from './http-load.ts'

export type Pair = { readonly product: string; readonly reference: string }
export type Operation = 'list' | 'deep' | 'beginnings' | 'infix' | 'nohits' | 'nearmiss' | 'record'
export const operations: readonly Operation[] = [
  'list',
  'deep',
  'beginnings',
  'infix',
  'nohits',
  'nearmiss',
  'record',
]

const DISTINCT = 500
/** What the list screen shows by default. */
const FIELDS =
  'photoUrl,displayName,type,status,tags,organizations,phone,email,stores,number,createdAt,version,lastOrderAt,revenue6m,activity'
/** The list as the screen asks for it first. */
export const listPath = `/api/v1/customers?fields=${FIELDS}&limit=50`
const search = (q: string): Pair => ({
  product: `${listPath}&q=${encodeURIComponent(q)}`,
  reference: `/search?q=${encodeURIComponent(q)}`,
})

/** Letters of a seeded generator, so that two runs ask the same. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

export async function inputsOf(operation: Operation, bare: pg.Pool, product: Client): Promise<Pair[]> {
  const dice = random(7)
  if (operation === 'list') return [{ product: listPath, reference: '/list' }]
  if (operation === 'deep') return deepPages(bare, product)
  if (operation === 'record') {
    const ids = (await fewIds(product)) ?? (await sampleOf(bare)).map(({ id }) => id)
    return ids.map((id) => ({ product: `/api/v1/customers/${id}`, reference: `/record?id=${id}` }))
  }
  const sample = await sampleOf(bare)
  const words = sample.flatMap(({ search: text }) =>
    text.split(' ').filter((word) => /^[a-z]{5,}$/.test(word)),
  )
  const pick = <T>(from: readonly T[]) => from[Math.floor(dice() * from.length)] as T
  const make: Record<string, () => string> = {
    beginnings: () => pick(words).slice(0, 1 + Math.floor(dice() * 6)),
    infix: () => insideOf(pick(words), dice),
    nohits: () =>
      `${insideOf(pick(words), dice)}${'qxzjkvw'[Math.floor(dice() * 7)]}${'xqzjv'[Math.floor(dice() * 5)]}q`,
    nearmiss: () => misspelt(pick(words), dice),
  }
  const made = new Set<string>()
  for (let i = 0; i < DISTINCT * 20 && made.size < DISTINCT; i++)
    made.add((make[operation] as () => string)())
  return [...made].map(search)
}

async function sampleOf(bare: pg.Pool): Promise<{ id: string; search: string }[]> {
  const { rows } = await bare.query(
    `select id, search from bare_customers
      where hashtext(id::text) % greatest(1, (select count(*)::int from bare_customers) / 1000) = 0 limit 1000`,
  )
  return rows
}

const A_FEW = 1000

/** Of a merchant with a few customers those it has; null of one with many. */
async function fewIds(product: Client): Promise<string[] | null> {
  const ids: string[] = []
  let cursor = ''
  while (ids.length <= A_FEW) {
    const answer = await product.get(`/api/v1/customers?fields=id&status=all&limit=200${cursor}`)
    const page = JSON.parse(answer.body.toString()) as { items: { id: string }[]; nextCursor: string | null }
    ids.push(...page.items.map(({ id }) => id))
    if (page.nextCursor === null) return ids
    cursor = `&cursor=${page.nextCursor}`
  }
  return null
}

function insideOf(word: string, dice: () => number): string {
  const length = Math.min(word.length - 1, 3 + Math.floor(dice() * 2))
  const at = 1 + Math.floor(dice() * Math.max(1, word.length - length - 1))
  return word.slice(at, at + length)
}

function misspelt(word: string, dice: () => number): string {
  const at = 1 + Math.floor(dice() * (word.length - 2))
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(dice() * 26)] as string
  const kinds = [
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ]
  return kinds[Math.floor(dice() * kinds.length)] as string
}

/** Cursors are the product's own: the whole list is walked once, and pages spread over it are asked for again. */
async function deepPages(bare: pg.Pool, product: Client): Promise<Pair[]> {
  const { rows } = await bare.query('select count(*)::int as n from bare_customers')
  const every = Math.max(1, Math.floor(rows[0].n / 200 / DISTINCT))
  const pairs: Pair[] = []
  let cursor: string | null = null
  for (let page = 0; ; page++) {
    const answer = await product.get(
      `/api/v1/customers?fields=displayName&limit=200${cursor === null ? '' : `&cursor=${cursor}`}`,
    )
    const body = JSON.parse(answer.body.toString()) as { items: { id: string }[]; nextCursor: string | null }
    if (body.nextCursor === null) return pairs
    cursor = body.nextCursor
    if (page % every !== 0) continue
    const last = body.items.at(-1)?.id as string
    const { rows: names } = await bare.query('select sort_name from bare_customers where id = $1', [last])
    pairs.push({
      product: `${listPath}&cursor=${cursor}`,
      reference: `/deep?name=${encodeURIComponent(names[0].sort_name)}&id=${last}`,
    })
  }
}
