// The shapes that files of comma-separated values come in, after the list that readers are compared by (csv-spectrum).
import { expect, test } from 'vitest'
import { countKnown } from '../mapping/header-match.rules.ts'
import { fileOf } from '../mapping/reading.kit.ts'
import { openTable } from './open-table.ts'

const cases: readonly (readonly [
  string,
  string | Buffer,
  readonly string[],
  readonly (readonly string[])[],
])[] = [
  [
    'a comma in quotes',
    'first,last,city\nAnn,Lee,"Oslo, NO"',
    ['first', 'last', 'city'],
    [['Ann', 'Lee', 'Oslo, NO']],
  ],
  [
    'empty quotes',
    'a,b,c\n1,"",""\n2,3,4',
    ['a', 'b', 'c'],
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty quotes, CRLF',
    'a,b,c\r\n1,"",""\r\n2,3,4',
    ['a', 'b', 'c'],
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'doubled quotes',
    'a,b\n1,"say ""so"" now"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'say "so" now'],
      ['3', '4'],
    ],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""at"": [102.0, 0.5]}"\n',
    ['key', 'val'],
    [['1', '{"at": [102.0, 0.5]}']],
  ],
  [
    'a new line in quotes',
    'a,b,c\n1,2,3\n"Long \nago",5,6\n7,8,9\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Long \nago', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'a new line in quotes, CRLF',
    'a,b,c\r\n1,2,3\r\n"Long \r\nago",5,6\r\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Long \r\nago', '5', '6'],
    ],
  ],
  [
    'quotes and new lines',
    'a,b\n1,"say \n""so"" \nnow"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'say \n"so" \nnow'],
      ['3', '4'],
    ],
  ],
  ['plain', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  ['plain, CRLF', 'a,b,c\r\n1,2,3\r\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  [
    'other letters',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
  [
    'quotes that quote nothing, in Latin letters',
    Buffer.from('Phone,Place,City\n2095550164,37\xb036\'37.8"N,Modesto', 'latin1'),
    ['Phone', 'Place', 'City'],
    [['2095550164', '37°36\'37.8"N', 'Modesto']],
  ],
]

test.each(cases)('%s', async (_, content, headers, rows) => {
  const table = await openTable(fileOf(content), {}, countKnown)
  const found: (readonly string[])[] = []
  for await (const lot of table.rows()) found.push(...lot.map(({ cells }) => cells))

  expect(table.headers).toEqual(headers)
  expect(found).toEqual(rows)
})
