/**
 * Session tokens, API keys and one-time links: shown once, kept only as a hash. They have 256
 * random bits, so one round of SHA-256 is enough; passwords have not and are hashed elsewhere.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The prefix tells people and secret scanners what kind of key they have found. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Equal in constant time; lengths may tell. */
export function safeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
