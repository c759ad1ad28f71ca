/**
 * Email addresses. Refused is only what no mail server could take (RFC 5321, with RFC 6531 for
 * letters of all scripts): whether a mailbox exists is not for a form to say. Comments and folded
 * white space, legal in a mail header, are not an address anybody types and are refused.
 */
import { isIPv4, isIPv6 } from 'node:net'

export type EmailProblem = 'email.invalid' | 'email.too_long'

/** Accepts `mailto:` and `Name <address>` as well; answers the address alone, in lower case. */
export function parseEmail(
  input: string,
): { readonly ok: true; readonly email: string } | { readonly ok: false; readonly code: EmailProblem } {
  const email = bareAddress(input.replace(/\p{Cf}/gu, '').trim())
    .normalize('NFC')
    .toLowerCase()
  if (Buffer.byteLength(email) > MAX_BYTES) return { ok: false, code: 'email.too_long' }
  const at = email.lastIndexOf('@')
  const isAddress = at > 0 && isLocalPart(email.slice(0, at)) && isDomain(email.slice(at + 1))
  return isAddress ? { ok: true, email } : { ok: false, code: 'email.invalid' }
}

/**
 * The mailbox behind an address, for likely duplicates only, never for sending: without a +tag,
 * and without the dots Gmail ignores.
 */
export function plusless(email: string): string {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const domain = email.slice(at + 1)
  if (at < 1 || local.startsWith('"')) return email
  const untagged = local.replace(/(?<=.)\+.*$/, '')
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${untagged}@${domain}`
  return `${untagged.replaceAll('.', '')}@gmail.com`
}

const MAX_BYTES = 254
const MAX_LOCAL_BYTES = 64
const MAX_LABEL_BYTES = 63

// Outside quotes: all but white space, control characters and what has a meaning in a header.
const ATOMS = /^[^\s\p{C}.@"(),:;<>[\\\]]+(?:\.[^\s\p{C}.@"(),:;<>[\\\]]+)*$/u
const QUOTED = /^"(?:[^"\\\p{C}]|\\[\x20-\x7e])*"$/u
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

function bareAddress(text: string): string {
  const bracketed = /^[^<>]*<([^<>]*)>$/.exec(text)?.[1] ?? text
  const linked = /^mailto:([^?]*)/i.exec(bracketed)?.[1]
  return (linked ?? bracketed).trim()
}

function isLocalPart(local: string): boolean {
  if (Buffer.byteLength(local) > MAX_LOCAL_BYTES) return false
  return ATOMS.test(local) || QUOTED.test(local)
}

function isDomain(domain: string): boolean {
  const literal = /^\[(.*)\]$/.exec(domain)?.[1]
  if (literal !== undefined)
    return isIPv4(literal) || (literal.startsWith('ipv6:') && isIPv6(literal.slice(5)))
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  // Intranets and a few countries take mail at a name without a dot; one letter alone is a slip.
  if (labels.length === 1 && [...top].length < 2) return false
  return labels.every(isLabel) && !/^\d+$/.test(top)
}

const isLabel = (label: string) => LABEL.test(label) && Buffer.byteLength(label) <= MAX_LABEL_BYTES
