/**
 * Everything of the sample business goes in through the doors that people and programs use, so that its search rows, keys
 * and activities are those of any other.
 */
import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import type { Ctx, Merchant } from '../../http/context.ts'
import { newId } from '../../kernel/ids.ts'
import { permissions } from '../../kernel/permissions.ts'
import { createAttribute } from '../attributes/index.ts'
import { type CustomerWrite, changeCustomer, createCustomer } from '../customers/index.ts'
import { bringMade } from '../orders/index.ts'
import { putReviews } from '../reviews/index.ts'
import { createStore } from '../stores/index.ts'
import { createTag } from '../tags/index.ts'
import { orders } from './content/orders.ts'
import { organizations } from './content/organizations.ts'
import { people } from './content/people.ts'
import { reviews } from './content/reviews.ts'
import { attributes, speaking, stores, tags } from './content/shop.ts'

/** The transaction stands for the sample business. */
export async function fillSample(tx: Writer, db: Db, merchant: Merchant): Promise<void> {
  const ctx = makerIn(tx, db, merchant)
  const say = speaking(merchant.locale)
  for (const store of stores(say)) await createStore(ctx, store)
  for (const tag of tags(say)) await createTag(ctx, tag)
  for (const attribute of attributes(say)) await createAttribute(ctx, attribute)
  const idsByNumber = new Map<string, string>()
  for (const organization of organizations(say)) {
    idsByNumber.set(organization.number as string, await add(ctx, organization))
  }
  const peopleIds: string[] = []
  for (const person of people(say)) {
    const id = await add(ctx, person)
    peopleIds.push(id)
    for (const number of managedBy(person)) {
      const organizationId = idsByNumber.get(number) as string
      await changeCustomer(ctx, organizationId, bodyOf({ manager: { id } }), '*')
    }
  }
  await backdate(tx, merchant.id)
  const now = new Date()
  const made = orders(say, {
    organizations: [...idsByNumber.values()],
    people: peopleIds,
    now,
    timeZone: merchant.timeZone,
  })
  await bringMade(tx, ctx, made)
  for (const put of await putReviews(tx, ctx, reviews(say, made, now)))
    if ('faults' in put) throw new Error(JSON.stringify(put.faults))
}

/** As if each had been entered on the day on which they first came. */
async function backdate(tx: Writer, merchantId: string): Promise<void> {
  await sql`
    update customers set created_at = (customer_since + time '16:00') at time zone 'UTC'
     where merchant_id = ${merchantId} and customer_since < current_date`.execute(tx)
}

/** Whatever the doors write becomes part of the one transaction. */
function makerIn(tx: Writer, db: Db, merchant: Merchant): Ctx {
  return {
    db: { ...db, write: (_merchantId, fn) => fn(tx) },
    scope: { merchantId: merchant.id, storeIds: null },
    actor: { kind: 'system', id: null, name: merchant.name },
    merchant,
    permissions: new Set(permissions),
  }
}

async function add(ctx: Ctx, write: CustomerWrite): Promise<string> {
  const id = newId()
  await createCustomer(ctx, id, bodyOf(write))
  return id
}

const bodyOf = (write: CustomerWrite) => ({ write, faults: [], whole: true })

/** Numbers of the organizations that this person manages. */
const managedBy = ({ organizations }: CustomerWrite): string[] =>
  (organizations ?? []).flatMap((one) =>
    typeof one !== 'string' && one.isManager === true && one.number != null ? [one.number] : [],
  )
