// Tags: one name in one colour. Who carries them is the customers' matter, above this module.
export { firstTags } from './first-tags.ts'
export { answerWithTag, createTag, dropTag, ensureTags, lockTag } from './tags.commands.ts'
export { findTag, readTag } from './tags.queries.ts'
export { type TagRemoval, tagRoutes } from './tags.routes.ts'
export { MOST_TAGS } from './tags.rules.ts'
export type { NewTag } from './tags.schemas.ts'
