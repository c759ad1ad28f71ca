// Custom attributes: what the merchant defined, and the one validator of its values on every path in.
export { createAttribute, defineAttributes } from './attributes.commands.ts'
export { listDefinitions } from './attributes.queries.ts'
export { attributeRoutes } from './attributes.routes.ts'
export { type AttributeDefinition, type AttributeValidator, compileAttributes } from './attributes.rules.ts'
export type { NewCustomAttribute } from './attributes.schemas.ts'
