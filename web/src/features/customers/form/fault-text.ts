import type { TFunction } from 'i18next'
import type { Fault } from './checks.ts'

/** The sentence that a code of the checks stands for. */
export const faultText = (t: TFunction, fault: Fault): string =>
  fault.includes('.')
    ? t(`errors.${fault}` as 'errors.email.invalid')
    : t(`customerForm.checks.${fault as 'required'}`)
