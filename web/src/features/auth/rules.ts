import type { TFunction } from 'i18next'

export const passwordMin = 10

/** An email is checked for its shape only; whether it exists a letter to it will show. */
export function emailFault(t: TFunction, email: string): string | null {
  if (email.trim() === '') return t('auth.emailMissing')
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? null : t('auth.emailInvalid')
}

/** Counted in characters as people see them, not in the halves some emoji are stored in. */
export const passwordFault = (t: TFunction, password: string): string | null =>
  [...password].length < passwordMin ? t('auth.password.tooShort', { min: passwordMin }) : null

/** Where to go after sign-in: a path of this site and nothing else. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) && !next.startsWith('/sign-in')
    ? next
    : '/customers'
