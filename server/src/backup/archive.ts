// The form of a backup: a gzipped tar of plain things that any tool can read.
//   manifest.json            what made it, which migrations, which tables with which columns
//   data/<table>/<n>.copy    PostgreSQL's COPY text, in order; pieces, because a tar must know sizes beforehand
//   files/<path>             the photos that rows of `files` name; uploads and exports are not kept
//   secret                   the secret of the installation
import { Type } from 'typebox'
import { Check } from 'typebox/value'

export const FORMAT = 1
export const PIECE_BYTES = 8 * 1024 * 1024

/** Not kept: sign-ins and one-time links, which must not come back to life, and what is gone within a day anyhow. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'schema_migrations',
  'sessions',
  'password_resets',
  'events',
  'idempotency_keys',
  'exports',
])

const Manifest = Type.Object({
  format: Type.Literal(FORMAT),
  product: Type.Literal('clientele'),
  madeAt: Type.String(),
  migrations: Type.Array(Type.String()),
  tables: Type.Array(
    Type.Object({
      name: Type.String({ pattern: '^[a-z_]+$' }),
      columns: Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' })),
    }),
  ),
})
export type Manifest = Type.Static<typeof Manifest>

export function parseManifest(text: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('the backup cannot be read: its manifest is damaged')
  }
  if (!Check(Manifest, value)) throw new Error('this is not a backup of Clientele, or one of a newer version')
  return value
}

export type EntryName =
  | { readonly kind: 'manifest' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'data'; readonly table: string }
  | { readonly kind: 'file'; readonly key: string }

/** Only names that a backup writes are taken: no path of an archive can lead out of the data folder. */
export function parseEntryName(name: string): EntryName | null {
  if (name === 'manifest.json') return { kind: 'manifest' }
  if (name === 'secret') return { kind: 'secret' }
  const table = /^data\/([a-z_]+)\/\d{6}\.copy$/.exec(name)?.[1]
  if (table !== undefined) return { kind: 'data', table }
  const key = /^files\/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*)$/.exec(name)?.[1]
  return key === undefined ? null : { kind: 'file', key }
}
