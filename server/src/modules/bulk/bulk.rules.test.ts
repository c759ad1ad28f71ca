import { expect, test } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { requireRightTo, requireWhole } from './bulk.rules.ts'
import type { BulkRequest } from './bulk.schemas.ts'

const id = '0198c0de-0000-7000-8000-000000000001'
const pathsOf = (request: BulkRequest): string[] => {
  try {
    requireWhole(request)
    return []
  } catch (error) {
    return error instanceof Problem ? error.fields.map((field) => field.path) : ['?']
  }
}

test.each<[BulkRequest, string[]]>([
  [{ action: 'inactivate', ids: [id] }, []],
  [{ action: 'restore', filter: {} }, []],
  [{ action: 'addTag', ids: [id], tagId: id }, []],
  [{ action: 'addTag', ids: [id], tag: 'VIP' }, []],
  [{ action: 'assignStore', ids: [id], storeId: id }, []],
  [{ action: 'inactivate' }, ['ids']],
  [{ action: 'inactivate', ids: [id], filter: {} }, ['ids']],
  [{ action: 'addTag', ids: [id] }, ['tagId']],
  [{ action: 'removeTag', ids: [id], tagId: id, tag: 'VIP' }, ['tagId']],
  [{ action: 'inactivate', ids: [id], tag: 'VIP' }, ['tag']],
  [{ action: 'assignStore', ids: [id], tagId: id }, ['tagId', 'storeId']],
  [{ action: 'restore', ids: [id], storeId: id }, ['storeId']],
])('%j lacks or misplaces %j', (request, paths) => {
  expect(pathsOf(request)).toEqual(paths)
})

test('inactivating and restoring need the right to delete, as they do for one customer', () => {
  const writer = new Set(['customers.write'] as const)
  const deleter = new Set(['customers.write', 'customers.delete'] as const)

  for (const action of ['inactivate', 'restore'] as const) {
    expect(() => requireRightTo(action, writer)).toThrow(Problem)
    expect(() => requireRightTo(action, deleter)).not.toThrow()
  }
  expect(() => requireRightTo('addTag', writer)).not.toThrow()
})
