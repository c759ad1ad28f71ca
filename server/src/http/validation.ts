// One validator for bodies (types as they are, every fault at once) and one for addresses (text becomes numbers).
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'

const shared = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const

export function useValidation(app: FastifyInstance): void {
  const body = withFormats(new Ajv({ ...shared, coerceTypes: false }))
  const address = withFormats(new Ajv({ ...shared, coerceTypes: 'array' }))
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? body : address).compile(schema as object),
  )
}

function withFormats(ajv: Ajv): Ajv {
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  return ajv
}
