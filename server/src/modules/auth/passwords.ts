// argon2id with OWASP's parameters (19 MiB, two passes): about 8 ms.
import { hash, verify } from '@node-rs/argon2'

const ARGON2ID = 2
const options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string) => hash(password, options)

// For an unknown email the same work is done against this hash of nothing, so that time does not tell who exists.
const nobody = hash('nobody at all', options)

export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password)
  return stored != null && matches
}
