// An array of customers, each as the record has it on the wire, a line for each.
import { customerColumns } from '../../customers/index.ts'
import type { ListName } from '../lists.ts'
import { eachRow, rowsOf, type Selected, type Source } from '../source.ts'
import type { Format } from './format.ts'

export const json: Format = {
  ending: 'json',
  contentType: 'application/json; charset=utf-8',
  write: async (source, { fields }, sink) => {
    let before = '['
    for await (const rows of wireRows(source, fields, (text) => text)) {
      await sink.write(Buffer.from(`${before}\n${rows.join(',\n')}`))
      before = ','
    }
    await sink.write(Buffer.from(before === '[' ? '[]\n' : '\n]\n'))
  },
}

/** Each customer as JSON text. */
export function wireRows<T>(source: Source, fields: readonly string[], read: (json: string) => T) {
  return rowsOf(
    source,
    selectedFields(fields, source),
    'raw',
    eachRow((bytes, from, to) => read(bytes.toString('utf8', from, to - 1))),
  )
}

const listNames: readonly ListName[] = ['tags', 'organizations', 'stores', 'addresses', 'externalIds']

function selectedFields(fields: readonly string[], { asker }: Source): Selected {
  const lists = listNames.filter((name) => fields.includes(name))
  const gathered = lists.map((name) => [
    name,
    `coalesce(${name}.list, '${name === 'externalIds' ? '{}' : '[]'}')`,
  ])
  const columns = customerColumns(fields, asker.merchant, Object.fromEntries(gathered))
  return {
    select: `(select row_to_json(o)::text from (select ${columns}) o)`,
    lists,
    shape: 'wire',
    wire: [],
  }
}
