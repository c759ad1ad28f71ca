// What a customer has several of, from tables of its own: gathered for a whole part of the export at once, since looked
// up customer by customer it takes three times as long.
export type ListName = 'tags' | 'organizations' | 'stores' | 'addresses' | 'externalIds' | 'address'

/** `wire` as the record has it; `sheet` by name, as another merchant can read it, and without what is not filled. */
export type Shape = 'wire' | 'sheet'

type List = {
  readonly links: string
  /** The few rows that the links lead to, as `t`. */
  readonly join?: (merchant: string) => string
  readonly customer: string
  readonly order: string
  readonly wire: string
  /** In the order of the table's key unless order matters: sorting by name took as long as the rest. */
  readonly sheetOrder: string
  readonly sheet: string
}

/** A JSON object as text, of members that are null when they are left out: a quarter of json_build_object's time. */
const object = (...members: readonly string[]) => `'{' || concat_ws(',', ${members.join(', ')}) || '}'`
const text = (name: string, column: string) => `'"${name}":' || to_json(${column})::text`
const plain = (name: string, column: string) => `'"${name}":"' || ${column} || '"'`
const whenTrue = (name: string, column: string) => `case when ${column} then '"${name}":true' end`

export const addressMembers = Object.entries({
  label: 'label',
  line1: 'line1',
  line2: 'line2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
  countryText: 'country_text',
  gateCode: 'gate_code',
})

/** `t`, with the name as JSON made once for all its customers. */
const named = (table: 'tags' | 'stores', id: string) => (merchant: string) =>
  `join (select *, to_json(name)::text as json from ${table} where merchant_id = ${merchant} offset 0) t on t.id = ${id}`

/** Looked up one by one: they are a few among all customers. */
const ofOrganization = (expression: string) =>
  `(select ${expression} from customers t where t.merchant_id = l.merchant_id and t.id = l.organization_id)`

type ItemsName = Exclude<ListName, 'externalIds' | 'address'>

const lists: Readonly<Record<ItemsName, List>> = {
  tags: {
    links: 'customer_tags',
    join: named('tags', 'l.tag_id'),
    customer: 'l.customer_id',
    order: 't.name_key, t.id',
    wire: `json_build_object('id', t.id, 'name', t.name, 'color', t.color)`,
    sheetOrder: 'l.tag_id',
    sheet: 't.json',
  },
  organizations: {
    links: 'affiliations',
    customer: 'l.contact_id',
    order: `l.is_primary desc, ${ofOrganization('t.display_name')}, l.organization_id`,
    wire: ofOrganization(`json_build_object('id', t.id, 'number', t.number, 'name', t.display_name, 'title', l.title,
      'isManager', l.is_manager, 'isPrimary', l.is_primary, 'from', l."from", 'until', l.until)`),
    sheetOrder: 'l.organization_id',
    sheet: ofOrganization(
      object(
        plain('id', 't.id'),
        text('number', 't.number'),
        text('name', 't.display_name'),
        text('title', 'l.title'),
        whenTrue('isManager', 'l.is_manager'),
        whenTrue('isPrimary', 'l.is_primary'),
        plain('from', 'l."from"'),
        plain('until', 'l.until'),
      ),
    ),
  },
  stores: {
    links: 'customer_stores',
    join: named('stores', 'l.store_id'),
    customer: 'l.customer_id',
    order: 'l.preferred desc, t.name_key, t.id',
    wire: `json_build_object('id', t.id, 'name', t.name, 'preferred', l.preferred)`,
    sheetOrder: 'l.store_id',
    sheet: `'{"name":' || t.json || case when l.preferred then ',"preferred":true}' else '}' end`,
  },
  addresses: {
    links: 'customer_addresses',
    customer: 'l.customer_id',
    order: 'l.position, l.id',
    wire: `json_build_object('id', l.id, ${addressMembers.map(([name, column]) => `'${name}', l.${column}`).join(', ')},
      'isBilling', l.is_billing, 'isDelivery', l.is_delivery)`,
    sheetOrder: 'l.position, l.id',
    sheet: object(
      ...addressMembers.map(([name, column]) => text(name, `l.${column}`)),
      whenTrue('isBilling', 'l.is_billing'),
      whenTrue('isDelivery', 'l.is_delivery'),
    ),
  },
}

export type Gathering = {
  readonly shape: Shape
  /** A literal. */
  readonly merchant: string
  /** The condition that a column of customers' ids is in this part of the export. */
  within(column: string): string
}

/** Joins `name.list` to `c`, JSON of the wire or text of a sheet; null for a customer who has none. `address` is a row. */
export function joinList(name: ListName, gathering: Gathering): string {
  if (name === 'address') return joinAddress(gathering)
  return name === 'externalIds' ? joinExternalIds(gathering) : joinItems(name, gathering)
}

function joinItems(name: ItemsName, { shape, merchant, within }: Gathering): string {
  const list = lists[name]
  const { links, join, customer } = list
  const items =
    shape === 'wire'
      ? `json_agg(${list.wire} order by ${list.order})`
      : `'[' || string_agg(${list.sheet}, ',' order by ${list.sheetOrder}) || ']'`
  // `offset 0`: the links are read in one go by their key, not once for each of a few stores.
  return `left join (select ${customer} as customer_id, ${items} as list
    from (select * from ${links} l where l.merchant_id = ${merchant} and ${within(customer)} offset 0) l
    ${join === undefined ? '' : join(merchant)} group by 1) ${name} on ${name}.customer_id = c.id`
}

function joinExternalIds({ shape, merchant, within }: Gathering): string {
  const items =
    shape === 'wire'
      ? 'json_object_agg(l.source, l.external_id order by l.source)'
      : `'{' || string_agg(to_json(l.source)::text || ':' || to_json(l.external_id)::text, ',' order by l.source) || '}'`
  return `left join (select l.customer_id, ${items} as list
    from external_ids l where l.merchant_id = ${merchant} and ${within('l.customer_id')} group by 1) externalIds
    on externalIds.customer_id = c.id`
}

/** The default one of each customer. */
function joinAddress({ merchant, within }: Gathering): string {
  return `left join (select distinct on (l.customer_id) l.* from customer_addresses l
     where l.merchant_id = ${merchant} and ${within('l.customer_id')}
     order by l.customer_id, l.is_delivery desc, l.position, l.id) address on address.customer_id = c.id`
}
