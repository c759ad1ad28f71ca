import { expect, test } from 'vitest'
import { draftsAt, forgetDraft, forgetDraftsOfOthers, keepDraft } from './drafts.ts'

const ann = { userId: 'ann', merchantId: 'north', form: 'new' }
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString()
const noon = Date.parse(at(0))

test('a draft comes back to its user, merchant and form, and to nobody else', () => {
  const keeper = memory()
  keepDraft(keeper, ann, { id: '1', at: at(0), content: { name: 'Bell' } })

  expect(draftsAt(keeper, ann, noon)).toEqual([{ id: '1', at: at(0), content: { name: 'Bell' } }])
  expect(draftsAt(keeper, { ...ann, userId: 'ben' }, noon)).toEqual([])
  expect(draftsAt(keeper, { ...ann, merchantId: 'south' }, noon)).toEqual([])
  expect(draftsAt(keeper, { ...ann, form: 'new2' }, noon)).toEqual([])
})

test('two drafts of one form stand beside each other, the newest first', () => {
  const keeper = memory()
  keepDraft(keeper, ann, { id: '1', at: at(0), content: 'old' })
  keepDraft(keeper, ann, { id: '2', at: at(5), content: 'new' })
  keepDraft(keeper, ann, { id: '2', at: at(6), content: 'newer' })

  expect(draftsAt(keeper, ann, noon).map(({ content }) => content)).toEqual(['newer', 'old'])

  forgetDraft(keeper, ann, '2')
  expect(draftsAt(keeper, ann, noon).map(({ content }) => content)).toEqual(['old'])
})

test('after a day a draft is gone, whoever looks or keeps another one', () => {
  const ben = { ...ann, userId: 'ben' }
  const dayLater = noon + 25 * 3600_000
  const read = memory()
  keepDraft(read, ann, { id: '1', at: at(0), content: 'old' })
  expect(draftsAt(read, ben, dayLater)).toEqual([])
  expect(read.length).toBe(0)

  const kept = memory()
  keepDraft(kept, ann, { id: '1', at: at(0), content: 'old' })
  keepDraft(kept, ben, { id: '2', at: new Date(dayLater).toISOString(), content: 'new' })
  expect(kept.length).toBe(1)
})

test('of more than ten the oldest go, and what is too long is not kept', () => {
  const keeper = memory()
  for (let index = 0; index < 12; index++)
    keepDraft(keeper, ann, { id: String(index), at: at(index), content: index })
  keepDraft(keeper, ann, { id: 'long', at: at(30), content: 'x'.repeat(400_000) })

  expect(draftsAt(keeper, ann, noon).map(({ content }) => content)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
})

test('when another user begins, what the first one typed is gone; other things in the browser stay', () => {
  const keeper = memory()
  keeper.setItem('clientele-language', 'es')
  keepDraft(keeper, ann, { id: '1', at: at(0), content: 'hers' })
  keepDraft(keeper, { ...ann, userId: 'ben' }, { id: '2', at: at(0), content: 'his' })

  forgetDraftsOfOthers(keeper, 'ben')
  expect(draftsAt(keeper, ann, noon)).toEqual([])
  expect(draftsAt(keeper, { ...ann, userId: 'ben' }, noon)).toHaveLength(1)

  forgetDraftsOfOthers(keeper, null)
  expect(keeper.length).toBe(1)
})

test('a full or damaged store harms nobody', () => {
  const keeper = memory()
  keeper.setItem('clientele-draft ann north new 1', '{"at":')
  const full = { ...keeper, setItem: () => expect.fail('full') }

  expect(draftsAt(keeper, ann, noon)).toEqual([])
  expect(() => keepDraft(full, ann, { id: '2', at: at(0), content: 'x' })).not.toThrow()
})

function memory() {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    key: (index: number) => [...map.keys()][index] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
