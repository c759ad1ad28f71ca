// Custom attributes: what the merchant defined, and the one validator of its values on every path in.
export { listDefinitions } from './attributes.queries.ts'
export { attributeRoutes } from './attributes.routes.ts'
export { type AttributeValidator, compileAttributes } from './attributes.rules.ts'
