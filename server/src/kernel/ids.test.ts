import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

test('ids are made in the order of time and never twice', () => {
  const ids = Array.from({ length: 1000 }, newId)

  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true)
})

test('an id is a whole UUID in either case and nothing else', () => {
  const id = newId()

  expect(isId(id.toUpperCase())).toBe(true)
  for (const text of ['', '1', `{${id}}`, id.replaceAll('-', ''), `${id} `, `${id}\n`, `g${id.slice(1)}`])
    expect(isId(text), text).toBe(false)
})
