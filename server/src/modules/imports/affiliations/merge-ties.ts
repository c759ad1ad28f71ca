// One batch of ties: who and where, found for all rows in one statement, then written as customers that changed.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { lockStanding } from '../../customers/index.ts'
import type { ReadRow, ReadTie, RowRejection } from '../mapping/canonical.ts'
import type { BatchResult } from '../merge/batch.ts'
import { type Book, type Entity, newBook } from '../merge/book.ts'
import { type BatchFacts, type ImportScope, readFacts } from '../merge/facts.ts'
import { keysOf, organizationKey } from '../merge/keys.rules.ts'
import { nothingMade } from '../merge/made.ts'
import { saveBook } from '../merge/save.ts'
import { change } from '../merge/tie-rows.ts'
import { tie } from '../merge/ties.ts'
import type { Memory, RowResult } from '../merge/work.ts'

type Question = {
  readonly n: number
  readonly who: 'person' | 'organization'
  readonly how: string
  readonly value: string
}
type Found = Question & { readonly id: string }

export async function mergeTies(
  tx: Writer,
  scope: ImportScope,
  rows: readonly ReadRow[],
  memory: Memory,
): Promise<BatchResult> {
  const facts = await readFacts(tx, scope, { claimed: new Set() })
  const questions = rows.flatMap(({ fields }, n) =>
    fields.tie === undefined ? [] : questionsOf(fields.tie, n, facts),
  )
  const found = await find(tx, scope.scope.merchantId, questions, rows[0]?.fields.tie?.source ?? null)
  const book = memory.book ?? newBook(facts.nameOrder, facts.now)
  const missing = [...new Set(found.map(({ id }) => id))].filter((id) => book.get(id) === undefined)
  for (const one of (await lockStanding(tx, scope, missing)).values()) book.add(one)
  const byRow = Map.groupBy(found, ({ n }) => n)
  const results = rows.map((row, n) => tied(row, byRow.get(n) ?? [], book, facts))
  const told = { rows: results, pending: [], made: nothingMade() }
  if (scope.dryRun) return { ...told, changedIds: [], words: [] }
  return { ...told, ...(await saveBook(tx, scope, { book, facts, words: memory.words })) }
}

function questionsOf({ person, organization }: ReadTie, n: number, facts: BatchFacts): Question[] {
  const name = nameKey(person, facts)
  const ways = [
    ['person', 'external', person.externalId],
    ['person', 'number', person.number],
    ['person', 'email', person.email],
    ['person', 'phone', person.phone],
    ['person', 'name', person.email === null && person.phone === null ? name : null],
    ['organization', 'external', organization.externalId],
    ['organization', 'number', organization.number],
    [
      'organization',
      'name',
      organization.name === null ? null : organizationKey(organization.name, facts.nameOrder),
    ],
  ] as const
  return ways.flatMap(([who, how, value]) => (value === null || value === '' ? [] : [{ n, who, how, value }]))
}

const nameKey = ({ names }: ReadTie['person'], { nameOrder }: BatchFacts) =>
  Object.keys(names).length === 0 ? null : keysOf({ type: 'personal', ...names }, nameOrder).name

/** A key that so many share says nothing. */
const SHARED = 200

/** Without a source the id may be one of any system. */
async function find(
  tx: Writer,
  merchantId: string,
  questions: readonly Question[],
  source: string | null,
): Promise<Found[]> {
  if (questions.length === 0) return []
  const { rows } = await sql<Found>`
    with sources as materialized (
      select distinct source from external_ids where merchant_id = ${merchantId} and (${source}::text is null or source = ${source}))
    select r.n, r.who, r.how, r.value, f.id
      from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as r(n int, who text, how text, value text)
     cross join lateral (
       select e.customer_id as id from sources o
        cross join lateral (select e.customer_id from external_ids e
          where e.merchant_id = ${merchantId} and e.source = o.source and e.external_id = r.value) e
        where r.how = 'external'
       union
       select c.id from customers c where r.how = 'number' and c.merchant_id = ${merchantId} and c.number = r.value
       union
       (select k.customer_id from customer_keys k
         where r.how in ('email', 'phone') and k.merchant_id = ${merchantId} and k.kind = r.how and k.value = r.value limit ${SHARED})
       union
       (select s.customer_id from search_customers s
         where r.how = 'name' and s.merchant_id = ${merchantId} and s.sort_name = r.value
           and s.business = (r.who = 'organization') limit ${SHARED})) f`.execute(tx)
  return rows
}

function tied(row: ReadRow, found: readonly Found[], book: Book, facts: BatchFacts): RowResult {
  const { fields, warnings } = row
  const rejected = (code: string, message: string): RowResult => ({
    row,
    outcome: 'rejected',
    rejected: { code, message },
    warnings: [...warnings],
  })
  if (fields.tie === undefined) return rejected('affiliation.nobody', 'names nobody')
  const name = nameKey(fields.tie.person, facts)
  const person = theOne(book, found, 'person', name)
  if ('code' in person) return rejected(person.code, `${person.message}${soughtOf(fields.tie.person)}`)
  const organization = theOne(book, found, 'organization', null)
  if ('code' in organization)
    return rejected(organization.code, `${organization.message}${soughtOf(fields.tie.organization)}`)
  const { title, isManager, isPrimary, from, until } = fields.tie
  const before = person.draft.organizations
  const stood = before.some((one) => one.id === organization.id)
  const { id, draft } = organization
  const wanted = { id, title, isManager, isPrimary, from, until }
  const filled = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  const made = tie(
    person,
    [filled],
    { find: () => ({ id, number: draft.number, name: draft.businessName ?? '' }) },
    false,
  )
  const organizations = made.organizations.map((one) =>
    isPrimary === true ? { ...one, isPrimary: one.id === id } : one,
  )
  const isChanged = change(book, { entity: person, outcome: 'unchanged' }, { organizations })
  if (isChanged) organization.hasContacts = true
  const outcome = !isChanged ? 'unchanged' : stood ? 'updated' : 'created'
  return { row, outcome, rejected: null, warnings: [...warnings, ...made.warnings] }
}

/** What a row says of somebody, for whoever wonders why nobody was found. */
function soughtOf({ names = {}, ...said }: Readonly<Record<string, object | string | null>>): string {
  const all = [...Object.values(said), Object.values(names ?? {}).join(' ')]
  const filled = all.filter((value) => value !== null && value !== '')
  return filled.length === 0 ? '' : `: ${filled.join(', ')}`
}

const WAYS = ['external', 'number', 'email', 'phone', 'name']

/** By the strongest of what the row says. An equal email or phone takes an equal name, where the row has one. */
function theOne(
  book: Book,
  found: readonly Found[],
  who: Question['who'],
  name: string | null,
): Entity | RowRejection {
  const type = who === 'person' ? 'personal' : 'business'
  for (const way of WAYS) {
    const entities = found
      .filter((one) => one.who === who && one.how === way)
      .flatMap(({ id }) => book.get(id) ?? [])
      .filter((one) => one.isVisible && one.draft.type === type)
      .filter((one) => name === null || (way !== 'email' && way !== 'phone') || one.keys.name === name)
    if (entities.length === 1) return entities[0] as Entity
    if (entities.length > 1)
      return { code: `${who}.ambiguous`, message: `There are several that this ${who} may be` }
  }
  return { code: `${who}.unknown`, message: `There is no such ${who} here` }
}
