import { expect, test } from 'vitest'
import { allColumns } from '../list/columns.ts'
import { fieldChoices } from './export-fields.ts'
import { type Choice, fieldsShown, filterFor, requestOf } from './export-request.ts'

const choice: Choice = {
  rows: 'list',
  status: 'active',
  format: 'csv',
  columns: 'shown',
  names: 'wire',
  fields: [],
}
const source = {
  search: { q: ' mar ', tag: ['VIP'], status: 'inactive', sort: '-name' },
  ids: ['a', 'b'],
  shown: ['photo', 'name', 'organization', 'phone', 'created', 'attributes.shoe'],
} as const

/** As it goes over the wire, where nothing is undefined. */
const sent = (change: Partial<Choice>) =>
  JSON.parse(JSON.stringify(requestOf({ ...choice, ...change }, source, 'es')))

test('what the list shows is asked for by its search and filters, the status as the dialog says', () => {
  expect(sent({}).filter).toEqual({ q: 'mar', tag: ['VIP'] })
  expect(sent({ status: 'all' }).filter).toEqual({ q: 'mar', tag: ['VIP'], status: 'all' })
})

test('everybody is everybody, whatever the list shows', () => {
  expect(sent({ rows: 'everybody', status: 'inactive' }).filter).toEqual({ status: 'inactive' })
  expect(filterFor('everybody', 'active', source.search)).not.toMatchObject({ q: 'mar' })
})

test('a selection is sent by its ids, without a filter', () => {
  expect(sent({ rows: 'selection' })).toMatchObject({ ids: ['a', 'b'] })
  expect(sent({ rows: 'selection' })).not.toHaveProperty('filter')
})

test('columns of the list become fields of the wire, in its order and without the picture', () => {
  const { columns } = sent({})

  expect(columns).toEqual(['displayName', 'organizations', 'phone', 'createdAt', 'attributes.shoe'])
})

test('all columns, and those of a card, are for the server to say', () => {
  expect(sent({ columns: 'all' })).not.toHaveProperty('columns')
  expect(sent({ format: 'vcf', columns: 'chosen', fields: ['email'] })).not.toHaveProperty('columns')
  expect(sent({ columns: 'chosen', fields: ['email'] }).columns).toEqual(['email'])
})

test('every column of the list is a field of the file', () => {
  const offered = fieldChoices((field) => field, [], true).flatMap(({ choices }) =>
    choices.map(({ field }) => field),
  )
  expect(offered).toEqual(expect.arrayContaining([...fieldsShown(allColumns([]))]))
})

test('a sheet for people is asked for in their language; other formats have no such form', () => {
  expect(sent({ names: 'plain' })).toMatchObject({ names: 'plain', language: 'es' })
  expect(sent({ names: 'plain', format: 'json' })).not.toHaveProperty('names')
  expect(sent({})).not.toHaveProperty('language')
})
