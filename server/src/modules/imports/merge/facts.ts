// What a batch must know of the merchant, read anew for each: somebody may rename a store while an import runs.
import { sql } from 'kysely'
import type { Reader, Writer } from '../../../db/client.ts'
import type { Actor, Merchant, Scope } from '../../../http/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { cutText, normalise } from '../../../kernel/text.ts'
import { type AttributeDefinition, compileAttributes, listDefinitions } from '../../attributes/index.ts'
import { ensureTags, MOST_TAGS } from '../../tags/index.ts'
import type { CustomersFrom } from '../by-path/any-source.ts'
import type { KnownStore, KnownTag } from './apply.rules.ts'
import type { Book } from './book.ts'
import type { MatchFacts } from './match.ts'
import type { RequiredFields } from './required.rules.ts'

/** Who imports what: the same for all batches. */
export type ImportScope = {
  readonly importId: string
  readonly scope: Scope
  readonly merchant: Merchant
  readonly actor: Actor
  readonly dryRun: boolean
  readonly startedAt: string
  readonly permissions: ReadonlySet<Permission>
  /** What the file brings along and this merchant would have defined, were it not a dry run. */
  readonly newAttributes: readonly AttributeDefinition[]
  /** Likewise stores. */
  readonly comingStores: readonly KnownStore[]
  /** Of orders and reviews: under whom the customers' ids are looked up; null when the file has a source itself. */
  readonly customersFrom: CustomersFrom | null
}

export type BatchFacts = MatchFacts & {
  readonly required: RequiredFields
  readonly timeZone: string
  readonly storeNos: ReadonlyMap<string, number>
  /** The numbers of all tags that these customers carry; null when some are still to be made. */
  tagNos(book: Book): ReadonlyMap<string, number> | null
  /** Keys of those of them that are still to be made. */
  unmadeTags(book: Book): readonly string[]
  /** Makes the tags that these customers carry and that do not exist yet; answers the numbers of all. */
  makeTags(tx: Writer, book: Book): Promise<ReadonlyMap<string, number>>
}

type TagRow = KnownTag & { readonly no: number }
type StoreRow = KnownStore & { readonly no: number }

export async function readFacts(
  tx: Reader,
  { scope, merchant, startedAt, newAttributes, comingStores }: ImportScope,
  { claimed, newStores = [] }: { claimed: ReadonlySet<string>; newStores?: readonly KnownStore[] },
): Promise<BatchFacts> {
  const tags = await listTags(tx, scope.merchantId)
  const stores = await listStores(tx, scope.merchantId)
  const definitions = await listDefinitions(tx, scope.merchantId)
  const known = new Map<string, KnownTag>(tags.map((tag) => [tag.nameKey, tag]))
  const unmade: KnownTag[] = []
  const numbered = new Map(tags.map((tag) => [tag.id, tag.no]))
  return {
    now: new Date().toISOString(),
    startedAt,
    claimed,
    nameOrder: merchant.nameOrder,
    required: merchant.requiredFields,
    timeZone: merchant.timeZone,
    limitedTo: scope.storeIds,
    stores: [...stores, ...comingStores, ...newStores],
    storeNos: new Map(stores.map((store) => [store.id, store.no])),
    attributes: compileAttributes([...definitions, ...newAttributes], merchant.currency),
    tagOf: (name) => {
      const nameKey = tagKey(name)
      const found = known.get(nameKey)
      if (found !== undefined || known.size >= MOST_TAGS || nameKey === '') return found ?? null
      const tag = { id: newId(), name, color: '', nameKey }
      known.set(nameKey, tag)
      unmade.push(tag)
      return tag
    },
    tagNos: (book) => (carriedOf(unmade, book).length === 0 ? numbered : null),
    unmadeTags: (book) => carriedOf(unmade, book).map(({ nameKey }) => nameKey),
    makeTags: async (writer, book) => {
      const carried = carriedOf(unmade, book)
      if (carried.length === 0) return numbered
      await makeCarried(writer, scope.merchantId, carried)
      const all = await listTags(writer, scope.merchantId)
      return new Map(all.map((tag) => [tag.id, tag.no]))
    },
  }
}

/** As the tags' own module has it: VIP and vip are one. */
const tagKey = (name: string) => cutText(normalise(name) || name.toLowerCase(), 300, 900)

export async function listStores(tx: Reader, merchantId: string): Promise<StoreRow[]> {
  const { rows } = await sql<StoreRow>`
    select id, store_no as no, name, name_key as "nameKey", code from stores where merchant_id = ${merchantId}`.execute(
    tx,
  )
  return rows
}

async function listTags(tx: Reader, merchantId: string): Promise<TagRow[]> {
  const { rows } = await sql<TagRow>`
    select id, tag_no as no, name, color, name_key as "nameKey" from tags where merchant_id = ${merchantId}`.execute(
    tx,
  )
  return rows
}

function carriedOf(unmade: readonly KnownTag[], book: Book): readonly KnownTag[] {
  if (unmade.length === 0) return []
  const carried = new Set<unknown>()
  for (const entity of book.entities()) for (const tag of entity.draft.tags) carried.add(tag)
  return unmade.filter((tag) => carried.has(tag))
}

/** The drafts hold the same objects, and so their ids from here on. */
async function makeCarried(tx: Writer, merchantId: string, wanted: readonly KnownTag[]): Promise<void> {
  const ids = await ensureTags(
    tx,
    merchantId,
    wanted.map((tag) => tag.name),
  )
  for (const [i, tag] of wanted.entries()) tag.id = ids[i] as string
}
