import { expect, test } from 'vitest'
import { emptyDraft } from '../../customers/index.ts'
import { newBook } from './book.ts'

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const NOW = '2026-11-22T12:00:00.000Z'

test('whom the batch before only looked at has not changed', () => {
  const before = newBook('last', NOW)
  for (const id of ['a', 'b']) {
    const draft = { ...emptyDraft('personal'), firstName: 'Ann' }
    before.add({
      id,
      draft,
      createdAt: LONG_AGO,
      updatedAt: LONG_AGO,
      recordedOn: null,
      customerSince: '2026-01-01',
      isVisible: true,
    })
  }
  const changed = before.get('b')
  if (changed !== undefined) before.set(changed, { ...changed.draft, firstName: 'Beth' })

  const book = newBook('last', NOW, before)

  expect(['a', 'b'].map((id) => book.get(id)?.updatedAt)).toEqual([LONG_AGO, NOW])
})
