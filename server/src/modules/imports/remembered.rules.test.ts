import { expect, test } from 'vitest'
import type { Mapping } from './mapping/canonical.ts'
import { rememberedMapping } from './remembered.rules.ts'

const here = {
  isStore: (text: string) => text === 'North',
  isAttribute: (key: string) => key === 'shoe',
  mayMakeStores: true,
}

test('what was decided about the columns and their meaning is kept for the next file', () => {
  const wanted: Mapping = {
    ...{ columns: { Name: 'fullName', Shoe: 'attributes.shoe' }, dateOrder: 'dmy' as const, source: 'till' },
    ...{ stores: { 'Moon St.': 'North', Online: null }, constants: { type: 'business' }, nulls: ['unknown'] },
  }

  expect(rememberedMapping(wanted, here)).toEqual(wanted)
})

test('where stores are made, one that was left out of that file is asked for anew', () => {
  const wanted: Mapping = { stores: { 'Moon St.': 'North', Online: null }, makeStores: true }

  expect(rememberedMapping(wanted, here)).toEqual({ stores: { 'Moon St.': 'North' }, makeStores: true })
  expect(rememberedMapping(wanted, { ...here, mayMakeStores: false })).toEqual({ stores: wanted.stores })
})

test('what was of that one file, what is gone since and what one may not do is left out', () => {
  const wanted = {
    columns: { Name: 'fullName', Hat: 'attributes.hat' },
    ...{ stores: { 'Sun St.': 'South' }, constants: { tags: 'March', stores: 'North', store: 'North' } },
    ...{ encoding: 'windows-1252', delimiter: ';', makeStores: true },
  }

  expect(rememberedMapping(wanted, { ...here, mayMakeStores: false })).toEqual({
    columns: { Name: 'fullName' },
  })
  expect(rememberedMapping({ encoding: 'utf-8', constants: { tags: 'March' } }, here)).toBeNull()
})
