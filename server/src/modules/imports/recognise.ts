// What a file is a list of, by the names of its columns. Whoever disagrees says so with one click.
import type { ByteSource } from '../../kernel/storage.ts'
import { kindOfHeaders } from './by-path/look-like.rules.ts'
import { pathOfHeader, type RowKind } from './by-path/paths.ts'
import type { Kind } from './imports.schemas.ts'
import type { Mapping } from './mapping/canonical.ts'
import { countKnown } from './mapping/header-match.rules.ts'
import { openTable } from './read/open-table.ts'

/** Of what cannot be read at all: customers, whose reading then says why. */
export async function recogniseKind(
  source: ByteSource,
  { encoding, delimiter }: Mapping,
  among: readonly Kind[],
): Promise<Kind> {
  const known = (kind: RowKind, cells: readonly string[]) =>
    cells.filter((cell) => pathOfHeader(kind, cell) !== null).length
  const table = await openTable(source, { encoding, delimiter }, (cells) =>
    Math.max(countKnown(cells), known('orders', cells), known('reviews', cells)),
  ).catch(() => null)
  if (table === null || table.kind === 'vcard') return 'customers'
  const found = kindOfHeaders(table.headers)
  return among.includes(found) ? found : 'customers'
}
