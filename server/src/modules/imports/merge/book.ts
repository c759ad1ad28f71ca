// The customers that a batch deals with, those that stand and those that it makes, found by what identifies them.
import { newId } from '../../../kernel/ids.ts'
import type { NameOrder } from '../../../kernel/names.ts'
import { type Draft, emptyDraft, type Standing, storedPhones } from '../../customers/index.ts'
import { changedKeys } from './apply.rules.ts'
import { type Keys, keysOf } from './keys.rules.ts'

export type Entity = {
  readonly id: string
  readonly isNew: boolean
  /** As it stands in the database; of a new one as it is made. */
  readonly start: Draft
  readonly createdAt: string
  readonly updatedAt: string
  readonly isVisible: boolean
  readonly startRecordedOn: string | null
  /** As it stands; null of one that this import makes. */
  readonly customerSince: string | null
  draft: Draft
  keys: Keys
  recordedOn: string | null
  /** Said by our own export of one who becomes inactive here. */
  inactivatedAt: string | null
  /** A row of this batch meant it. */
  isTouched: boolean
  /** The first row of the file that meant it, as far as it is remembered. */
  firstRow: number | null
  hasContacts: boolean
  /** The id under which a row of our own export named it. */
  ownId: string | null
  /** Taken over from the batch before, where it is being written. */
  readonly isAdopted: boolean
}

export type Book = {
  add(standing: Standing): void
  make(type: Draft['type'], id?: string): Entity
  get(id: string): Entity | undefined
  /** By the id that our own export has for it. */
  byOwnId(id: string): Entity | undefined
  own(entity: Entity, id: string): void
  /** Finds it by its new keys as well; the old ones lead to it still, so that whoever asks must look. */
  set(entity: Entity, draft: Draft): void
  likely(keys: Keys): Entity[]
  byExternalId(source: string, id: string): readonly Entity[]
  byNumber(number: string): readonly Entity[]
  contacts(organizationId: string, name: string): readonly Entity[]
  businesses(name: string): readonly Entity[]
  entities(): IterableIterator<Entity>
  /** As the next batch finds them: those of this one, under a key or an id. */
  filedUnder(key: string): readonly Entity[]
  ofThis(id: string): Entity | undefined
  /** The batch before is written by now. */
  letGo(): void
}

/** `earlier`: the batch before, which nobody else can see yet. */
export function newBook(order: NameOrder, now: string, earlier?: Book): Book {
  let before: Book | undefined = earlier
  const entities = new Map<string, Entity>()
  const index = new Map<string, Entity[]>()
  const ownIds = new Map<string, Entity>()
  const put = (key: string, entity: Entity) => {
    const found = index.get(key)
    if (found === undefined) index.set(key, [entity])
    else if (!found.includes(entity)) found.push(entity)
  }
  const file = (entity: Entity) => {
    for (const key of indexKeys(entity.keys)) put(key, entity)
    for (const { id } of entity.draft.organizations) put(contactKey(id, entity.keys.name), entity)
  }
  const add = (entity: Entity) => {
    entities.set(entity.id, entity)
    file(entity)
    return entity
  }
  const adopt = (older: Entity | undefined): Entity | undefined =>
    older === undefined ? undefined : (entities.get(older.id) ?? add(adopted(older, now)))
  const find = (key: string): readonly Entity[] => {
    for (const older of before?.filedUnder(key) ?? NONE) adopt(older)
    return index.get(key) ?? NONE
  }
  return {
    add: (standing) => {
      if (entities.has(standing.id)) return
      add(entityOf(standing, keysOf(keyed(standing.draft), order)))
    },
    make: (type, id = newId()) => {
      const draft = emptyDraft(type)
      const entity = { ...unmade(id, draft, now), keys: keysOf(keyed(draft), order) }
      // Of one without a name or anything else there is nothing to file it under.
      entities.set(id, entity)
      return entity
    },
    get: (id) => entities.get(id) ?? adopt(before?.ofThis(id)),
    byOwnId: (id) => ownIds.get(id),
    own: (entity, id) => {
      entity.ownId ??= id
      ownIds.set(id, entity)
    },
    set: (entity, draft) => {
      entity.draft = draft
      entity.keys = keysOf(keyed(draft), order)
      file(entity)
    },
    likely: (keys) => [...new Set(likelyKeys(keys).flatMap(find))],
    byExternalId: (source, id) => find(externalKey(source, id)),
    byNumber: (number) => find(`n:${number}`),
    contacts: (organizationId, name) => find(contactKey(organizationId, name)),
    businesses: (name) => find(`b:business\0${name}`),
    entities: () => entities.values(),
    filedUnder: (key) => index.get(key)?.filter((entity) => !entity.isAdopted) ?? NONE,
    ofThis: (id) => {
      const entity = entities.get(id)
      return entity?.isAdopted === false ? entity : undefined
    },
    letGo: () => {
      before = undefined
    },
  }
}

export const recordedDiffers = (entity: Entity) => entity.recordedOn !== entity.startRecordedOn

/** What differs from what stands; null when nothing does. */
export function changesOf(entity: Entity): Set<string> | null {
  const changed = changedKeys(entity.start, entity.draft)
  if (!entity.isNew && recordedDiffers(entity)) changed.add('customerSince')
  return entity.isNew || changed.size > 0 ? changed : null
}

function entityOf(standing: Standing, keys: Keys): Entity {
  const { id, draft, createdAt, updatedAt, recordedOn, customerSince, isVisible } = standing
  return {
    ...{ id, isNew: false, start: draft, draft, createdAt, updatedAt, isVisible, keys, recordedOn },
    ...{ startRecordedOn: recordedOn, customerSince },
    inactivatedAt: null,
    isTouched: false,
    firstRow: null,
    hasContacts: false,
    ownId: null,
    isAdopted: false,
  }
}

/** As it will stand. */
const adopted = (older: Entity, now: string): Entity => ({
  ...older,
  isNew: false,
  start: older.draft,
  startRecordedOn: older.recordedOn,
  updatedAt: changesOf(older) === null ? older.updatedAt : now,
  inactivatedAt: null,
  isTouched: false,
  isAdopted: true,
})

const unmade = (id: string, draft: Draft, now: string) => ({
  ...{ id, isNew: true, start: draft, draft, createdAt: now, updatedAt: now, isVisible: true },
  recordedOn: null,
  startRecordedOn: null,
  customerSince: null,
  inactivatedAt: null,
  isTouched: false,
  firstRow: null,
  hasContacts: false,
  ownId: null,
  isAdopted: false,
})

const NONE: readonly Entity[] = []

const keyed = (draft: Draft) => ({
  type: draft.type,
  number: draft.number,
  firstName: draft.firstName,
  middleName: draft.middleName,
  lastName: draft.lastName,
  nickname: draft.nickname,
  businessName: draft.businessName,
  email: draft.email,
  additionalEmails: draft.additionalEmails,
  phones: storedPhones(draft.phones),
  externalIds: draft.externalIds,
})

const externalKey = (source: string, id: string) => `x:${source}\0${id}`
const contactKey = (organizationId: string, name: string) => `o:${organizationId}\0${name}`

function indexKeys(keys: Keys): string[] {
  return [
    ...Object.entries(keys.externalIds).map(([source, id]) => externalKey(source, id)),
    ...(keys.number === null ? [] : [`n:${keys.number}`]),
    ...keyNames(keys),
    `b:${keys.type}\0${keys.name}`,
  ]
}

const keyNames = ({ emails, phones, type, name }: Keys) => [
  ...emails.map((email) => `e:${email}\0${type}\0${name}`),
  ...phones.map((digits) => `p:${digits}\0${type}\0${name}`),
]

const likelyKeys = (keys: Keys) => (keys.isBare ? [`b:${keys.type}\0${keys.name}`] : keyNames(keys))
