// The shapes of the wire, read off the generated paths, so that nothing is declared twice.
import type { paths } from './schema.d.ts'

type Body<R> = R extends { content: { 'application/json': infer B } } ? B : never
type Responses<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends { responses: infer R }
  ? R
  : never

/** What a 200 (or 201) answers: `Answer<'/api/v1/tags', 'get'>`. */
export type Answer<P extends keyof paths, M extends keyof paths[P]> =
  Responses<P, M> extends { 200: infer R }
    ? Body<R>
    : Responses<P, M> extends { 201: infer R }
      ? Body<R>
      : never

/** What a request sends: `Sent<'/api/v1/tags', 'post'>`. */
export type Sent<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: infer R
}
  ? Body<NonNullable<R>>
  : paths[P][M] extends { requestBody?: infer R }
    ? Body<NonNullable<R>>
    : never

export type Session = Answer<'/api/v1/session', 'get'>
export type Settings = Answer<'/api/v1/settings', 'get'>
export type Tag = Answer<'/api/v1/tags', 'get'>['items'][number]
export type Store = Answer<'/api/v1/stores', 'get'>['items'][number]
export type SetupInput = Sent<'/api/v1/setup', 'post'>
