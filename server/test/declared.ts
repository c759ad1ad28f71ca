// Every answer in every test is held against what its route declares: an undeclared status or field fails the test.
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Schema = { [key: string]: unknown }
type Operation = {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
type Answer = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
}

/** What any route may answer without naming it: faults of the request that no handler sees, and our own. */
const everywhere = new Set([404, 405, 413, 415, 500, 503, 507])

export function declaredBy(document: ApiDocument): (answer: Answer) => void {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(closed({ $id: 'api', components: document.components }) as Schema)
  const patterns = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  const compiled = new Map<string, (value: unknown) => boolean>()

  return ({ method, path, status, body }) => {
    const bare = path.split('?')[0] ?? ''
    const matches = patterns
      .filter(({ pattern }) => pattern.test(bare))
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
    const operation = matches
      .map((match) => document.paths[match.path]?.[method.toLowerCase()])
      .find((found) => found !== undefined)
    if (operation === undefined) return
    const declared = operation.responses[String(status)]
    if (declared === undefined) {
      if (everywhere.has(status) || (status === 400 && isUnreadable(body))) return
      throw new Error(`${method} ${bare} answered ${status}, which it does not declare`)
    }
    const schema = Object.values(declared.content ?? {})[0]?.schema
    if (schema === undefined || body === null) return
    const key = `${method} ${matches[0]?.path} ${status}`
    let validate = compiled.get(key)
    if (validate === undefined) {
      validate = ajv.compile(rooted(closed(schema)) as Schema)
      compiled.set(key, validate)
    }
    if (!validate(body)) {
      const { errors } = validate as unknown as {
        errors: { instancePath: string; message?: string; params: unknown }[]
      }
      throw new Error(
        `${method} ${bare} ${status} is not as declared: ${errors
          .slice(0, 5)
          .map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
          .join('; ')}`,
      )
    }
  }
}

/** JSON that does not parse is refused before any route sees it. */
const isUnreadable = (body: unknown) => (body as { code?: unknown } | null)?.code === 'body.unreadable'

/** A declared object holds its properties and no others, unless it says so. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  if (copy.properties !== undefined && copy.type === 'object' && copy.additionalProperties === undefined)
    copy.additionalProperties = false
  return copy
}

function rooted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rooted)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? `api${value as string}` : rooted(value),
    ]),
  )
}
