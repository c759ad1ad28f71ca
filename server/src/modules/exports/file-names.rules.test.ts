import { expect, test } from 'vitest'
import { fileNames } from './file-names.rules.ts'

test('two programs whose files are called the same are told apart', () => {
  const names = fileNames([
    { source: 'file-0000000a', fileName: 'till.csv' },
    { source: 'file-0000000b', fileName: 'till.csv' },
    { source: 'file-0000000c', fileName: 'web.csv' },
  ])

  expect([...names.values()]).toEqual(['till.csv (file-0000000a)', 'till.csv (file-0000000b)', 'web.csv'])
})
