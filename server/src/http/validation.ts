// One validator for bodies (types as they are, every fault at once) and one for addresses (text becomes numbers).
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'
import type { FieldFault } from '../kernel/problem.ts'
import { fieldFaults } from './errors.ts'

const shared = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const

/**
 * An option of the server and not setValidatorCompiler: a plugin that adds a schema of its own would be given Fastify's
 * default compiler back, which drops unknown fields in silence.
 *
 * Each schema is compiled when it is first used. All of them together take two thirds of a second, which is a third of a
 * start, and most are never used between two of them. `isEager`: at once, to find one that cannot be.
 */
export function validation(isEager: boolean): NonNullable<FastifyServerOptions['schemaController']> {
  const body = withFormats(new Ajv({ ...shared, coerceTypes: false }))
  const address = withFormats(new Ajv({ ...shared, coerceTypes: 'array' }))
  const compile = ({ schema, httpPart }: { schema: unknown; httpPart?: string }) =>
    validateLater(() => (httpPart === 'body' ? body : address).compile(schema as object), isEager)
  // The types know only compilers of a bare schema; Fastify hands the part of the request along.
  const buildSerializer = isEager ? build : serializeLater
  return { compilersFactory: { buildValidator: () => compile as never, buildSerializer } }
}

/** For what comes in lines rather than in a body of its own: each is judged as a body would be. */
export function bodyFaults(schema: object): (data: unknown) => FieldFault[] {
  const validate = validateLater(
    () => withFormats(new Ajv({ ...shared, coerceTypes: false })).compile(schema),
    false,
  )
  return (data) => (validate(data) ? [] : fieldFaults({ validation: validate.errors as never }))
}

/** Faults stand on the function itself, as Ajv has it. */
function validateLater(compile: () => ValidateFunction, isEager: boolean) {
  let compiled: ValidateFunction | undefined = isEager ? compile() : undefined
  const validate = (data: unknown) => {
    compiled ??= compile()
    const isValid = compiled(data)
    validate.errors = compiled.errors
    return isValid
  }
  validate.errors = null as ValidateFunction['errors']
  return validate
}

const build = SerializerSelector()

const serializeLater: typeof build = (...given) => {
  const compile = build(...given)
  return (route) => {
    let write: ReturnType<typeof compile> | undefined
    return (data) => {
      write ??= compile(route)
      return write(data)
    }
  }
}

function withFormats(ajv: Ajv): Ajv {
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  return ajv
}
