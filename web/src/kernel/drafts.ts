// What somebody typed and has not saved, kept over a reload of the page. It lives as long as the tab: a till that many
// share must not hold it for whoever opens the browser next. Of every form there may be several, none overwrites another.

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Whose it is and which form it belongs to. */
export type Place = Readonly<{ userId: string; merchantId: string; form: string }>

export type Draft<T> = Readonly<{ id: string; at: string; content: T }>

const mark = 'clientele-draft'
const most = 10
const longest = 300_000
const oldest = 24 * 3600_000

/** Newest first; what has become too old goes. */
export function draftsAt<T>(keeper: Keeper, place: Place, now = Date.now()): readonly Draft<T>[] {
  forgetOld(keeper, now)
  const prefix = `${prefixOf(place)} `
  return entries(keeper)
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, at, content }) => ({ id: key.slice(prefix.length), at, content: content as T }))
}

/** What cannot be kept (too long, no room) is not: the form itself still has it. */
export function keepDraft(keeper: Keeper, place: Place, { id, at, content }: Draft<unknown>): void {
  const text = JSON.stringify({ at, content })
  if (text.length > longest) return
  try {
    keeper.setItem(`${prefixOf(place)} ${id}`, text)
  } catch {
    return
  }
  for (const { key } of entries(keeper).slice(most)) keeper.removeItem(key)
  forgetOld(keeper, Date.parse(at))
}

/** Of every form and user: whoever wrote them may never come back to look. */
function forgetOld(keeper: Keeper, now: number): void {
  for (const { key, at } of entries(keeper)) if (!(now - Date.parse(at) < oldest)) keeper.removeItem(key)
}

export const forgetDraft = (keeper: Keeper, place: Place, id: string): void =>
  keeper.removeItem(`${prefixOf(place)} ${id}`)

/** All but those of one user; with null, all. */
export function forgetDraftsOfOthers(keeper: Keeper, userId: string | null): void {
  const kept = userId === null ? null : `${mark} ${userId} `
  for (const key of keys(keeper)) if (kept === null || !key.startsWith(kept)) keeper.removeItem(key)
}

const prefixOf = ({ userId, merchantId, form }: Place): string => `${mark} ${userId} ${merchantId} ${form}`

const keys = (keeper: Keeper): readonly string[] =>
  Array.from({ length: keeper.length }, (_, at) => keeper.key(at) ?? '').filter((key) =>
    key.startsWith(`${mark} `),
  )

function entries(keeper: Keeper) {
  return keys(keeper)
    .flatMap((key) => {
      const kept = parse(keeper.getItem(key))
      return kept === null ? [] : [{ key, ...kept }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

function parse(text: string | null): Readonly<{ at: string; content: unknown }> | null {
  try {
    const { at, content } = JSON.parse(text ?? 'null') as Readonly<{ at?: unknown; content?: unknown }>
    return typeof at === 'string' && content !== undefined ? { at, content } : null
  } catch {
    return null
  }
}
