// People and their organizations: found by the file's own id, by number or by name, and made of the name if new.
import type { Draft } from '../../customers/index.ts'
import type { ReadOrganization, RowWarning } from '../mapping/canonical.ts'
import { aboutRow } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import { organizationKey } from './keys.rules.ts'
import type { AskedOrganizations, FoundOrganization } from './match.queries.ts'

export type Organization = { readonly id: string; readonly number: string | null; readonly name: string }

/** Finds organizations for rows of one batch. */
export type Organizations = {
  /** Null: named by an id that has not come yet. */
  find(wanted: ReadOrganization, person: Entity): Organization | 'several' | null
}

type Names = { readonly nameOrder: 'last' | 'first' }

export function askedOrganizations(
  wanted: readonly ReadOrganization[],
  { nameOrder }: Names,
): AskedOrganizations {
  const unique = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]
  return {
    ids: unique(wanted.map((one) => one.id)),
    numbers: unique(wanted.map((one) => one.number)),
    names: unique(wanted.map((one) => one.name && organizationKey(one.name, nameOrder))),
  }
}

/** `isLast`: the whole file is read, and an id that is not known by now never will be. */
export function organizationsOf(
  book: Book,
  found: readonly FoundOrganization[],
  { nameOrder, isLast, make }: Names & { readonly isLast: boolean; make(name: string): Entity },
): Organizations {
  const asked = new Map<string, FoundOrganization[]>()
  for (const one of found) {
    const key = `${one.how} ${one.asked}`
    asked.set(key, [...(asked.get(key) ?? []), one])
  }
  const byId = (id: string) => {
    const here = book.byOwnId(id) ?? book.get(id)
    return here?.draft.type === 'business' ? asOrganization(here) : (asked.get(`id ${id}`)?.[0] ?? null)
  }
  const named = (key: string): Organization[] => {
    const here = book.businesses(key).filter((one) => one.keys.type === 'business' && one.keys.name === key)
    const all = [
      ...here.filter((one) => one.isVisible).map(asOrganization),
      ...(asked.get(`name ${key}`) ?? []),
    ]
    return [...new Map(all.map((one) => [one.id, one])).values()]
  }
  return {
    find: (wanted, person) => {
      const exact = wanted.id === undefined ? null : byId(wanted.id)
      if (exact !== null) return exact
      if (wanted.id !== undefined && !isLast) return null
      const numbered =
        wanted.number === undefined
          ? undefined
          : (book.byNumber(wanted.number).find((one) => one.draft.type === 'business') ??
            asked.get(`number ${wanted.number}`)?.[0])
      if (numbered !== undefined) return 'draft' in numbered ? asOrganization(numbered) : numbered
      const key = organizationKey(wanted.name ?? '', nameOrder)
      if (key === '') return null
      const candidates = named(key).filter((one) => one.id !== person.id)
      const own = candidates.find((one) => person.draft.organizations.some((tie) => tie.id === one.id))
      if (own !== undefined) return own
      if (candidates.length > 1) return 'several'
      return candidates[0] ?? asOrganization(make(wanted.name as string))
    },
  }
}

const asOrganization = ({ id, draft }: Entity): Organization => ({
  id,
  number: draft.number,
  name: draft.businessName ?? '',
})

type Tie = Draft['organizations'][number]

export type Tied = {
  readonly organizations: readonly Tie[]
  readonly warnings: readonly RowWarning[]
  /** Those whose ids have not come yet. */
  readonly pending: readonly ReadOrganization[]
}

/** Another organization is added beside those that stand; a whole list takes their place. */
export function tie(
  person: Entity,
  wanted: readonly ReadOrganization[],
  { find }: Organizations,
  whole: boolean,
): Tied {
  const ties = new Map<string, Tie>()
  const standing = new Map(person.draft.organizations.map((one) => [one.id, one]))
  if (!whole) for (const [id, one] of standing) ties.set(id, one)
  const warnings: RowWarning[] = []
  const pending: ReadOrganization[] = []
  for (const one of wanted) {
    const organization = find(one, person)
    if (organization === null) pending.push(one)
    else if (organization === 'several')
      warnings.push(
        aboutRow('organization.ambiguous', 'There are several organizations of this name', one.name ?? ''),
      )
    else if (organization.id === person.id || ties.size >= MOST)
      warnings.push(aboutRow('organization.refused', 'Cannot belong to this organization', one.name ?? ''))
    else
      ties.set(organization.id, tieTo(organization, one, whole ? undefined : standing.get(organization.id)))
  }
  // Until all of a whole list have come, none that stands is taken away.
  if (pending.length > 0) for (const [id, one] of standing) if (!ties.has(id)) ties.set(id, one)
  return { organizations: onePrimary([...ties.values()]), warnings, pending }
}

const MOST = 50

function tieTo(organization: Organization, wanted: ReadOrganization, standing: Tie | undefined): Tie {
  return {
    id: organization.id,
    number: organization.number,
    name: organization.name,
    title: wanted.title ?? standing?.title ?? null,
    isManager: wanted.isManager ?? standing?.isManager ?? false,
    isPrimary: wanted.isPrimary ?? standing?.isPrimary ?? false,
    from: wanted.from ?? standing?.from ?? null,
    until: wanted.until ?? standing?.until ?? null,
  }
}

/** The first that says so, else the first. */
function onePrimary(ties: readonly Tie[]): Tie[] {
  const primary = ties.find((one) => one.isPrimary) ?? ties[0]
  return ties.map((one) =>
    one.isPrimary === (one === primary) ? one : { ...one, isPrimary: one === primary },
  )
}
