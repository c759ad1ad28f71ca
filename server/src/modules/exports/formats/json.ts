// An array of customers, each as the record has it on the wire, a line for each.
import { customerColumns } from '../../customers/index.ts'
import type { ListName } from '../lists.ts'
import { eachRow, rowsOf, type Selected, type Source } from '../source.ts'
import { passOn } from './blocks.ts'
import type { Format } from './format.ts'

export const json: Format = {
  ending: 'json',
  contentType: 'application/json; charset=utf-8',
  write: async (source, { fields }, sink) => {
    await sink.write(Buffer.from('['))
    const selected = selectedFields(fields, source)
    // Each row comes with a comma before it, the first one without.
    const isAny = await passOn(source, selected, { format: 'raw', frame, sink, skip: 1 })
    await sink.write(Buffer.from(isAny ? '\n]\n' : ']\n'))
  },
}

const frame = { before: Buffer.from(',\n'), after: Buffer.alloc(0) }

/** Something made of the JSON text of each customer. */
export function wireRows<T>(source: Source, fields: readonly string[], read: (json: string) => T) {
  const row = eachRow((bytes, from, to) => read(bytes.toString('utf8', from, to - 1)))
  return rowsOf(source, { selected: selectedFields(fields, source), format: 'raw', ...row })
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
