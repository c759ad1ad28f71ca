// One validator for bodies (types as they are, every fault at once) and one for addresses (text becomes numbers).
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'

const shared = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const

/**
 * An option of the server and not setValidatorCompiler: a plugin that adds a schema of its own would be given Fastify's
 * default compiler back, which drops unknown fields in silence.
 */
export function validation(): NonNullable<FastifyServerOptions['schemaController']> {
  const body = withFormats(new Ajv({ ...shared, coerceTypes: false }))
  const address = withFormats(new Ajv({ ...shared, coerceTypes: 'array' }))
  const compile = ({ schema, httpPart }: { schema: unknown; httpPart?: string }) =>
    (httpPart === 'body' ? body : address).compile(schema as object)
  // The types know only compilers of a bare schema; Fastify hands the part of the request along.
  return { compilersFactory: { buildValidator: () => compile as never } }
}

function withFormats(ajv: Ajv): Ajv {
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  return ajv
}
