// What an address says of a list. What cannot be read is undefined: a link that was cut or altered shows the list all the
// same. Pure.
import { isDay } from './calendar.ts'

const mostTexts = 50

/** The router reads `?q=123` as a number. */
export function textOf(value: unknown, longest: number): string | undefined {
  const words = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof words !== 'string' || words.trim() === '') return undefined
  return [...words.replaceAll('\0', '')].slice(0, longest).join('')
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

export function textsOf(value: unknown, longest: number): readonly string[] | undefined {
  const list = listOf(value).flatMap((one) => textOf(one, longest) ?? [])
  return list.length === 0 ? undefined : [...new Set(list)].slice(0, mostTexts)
}

export const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value)

/** In their own order, so that one view has one address. */
export function someOf<T extends string>(value: unknown, allowed: readonly T[]): readonly T[] | undefined {
  const given = listOf(value)
  const list = allowed.filter((one) => given.includes(one))
  return list.length === 0 ? undefined : list
}

export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined

export const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined

/** `MM-DD..MM-DD`, also over the new year; of a leap year, so that the 29th of February is a day. */
export const seasonOf = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  /^\d\d-\d\d\.\.\d\d-\d\d$/.test(value) &&
  value.split('..').every((day) => isDay(`2024-${day}`))
    ? value
    : undefined

type Optional<T> = { [K in keyof T]?: T[K] | undefined }

export const compact = <T extends object>(search: Optional<T>): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T

/** In and out of a list; none of it is no filter. */
export function toggled<T>(values: readonly T[] | undefined, value: T): readonly T[] | undefined {
  const others = (values ?? []).filter((other) => other !== value)
  const next = others.length === (values ?? []).length ? [...others, value] : others
  return next.length === 0 ? undefined : next
}
