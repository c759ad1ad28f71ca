// Mobile numbers that the rules of telephone numbers call valid (the test asks them), of the countries in cultures.ts.
import type { Random } from '../../../kernel/random.ts'

type Plan = {
  readonly code: string
  /** Dialled before a number at home. */
  readonly trunk: string
  number(random: Random): string
}

const northAmerican =
  `212 213 214 305 312 313 314 404 408 410 412 415 469 480 503 504 512 602 612 615 617 619 646 650
  702 704 713 718 720 773 801 813 816 818 832 858 901 904 916 917 919 949 972`.split(/\s+/)

const plans: Readonly<Record<string, Plan>> = {
  US: plan('1', '', (r) => `${r.pick(northAmerican)}${r.between(2, 9)}${r.between(2, 9)}${r.digits(5)}`),
  GB: plan('44', '0', (r) => `7${r.pick(['400', '500', '710', '730', '788', '890', '912'])}${r.digits(6)}`),
  ES: plan('34', '', (r) => `6${r.between(10, 39)}${r.digits(6)}`),
  MX: plan('52', '', (r) => `${r.pick(['55', '33', '81'])}${r.between(12, 59)}${r.digits(6)}`),
  FR: plan('33', '0', (r) => `6${r.between(10, 38)}${r.digits(6)}`),
  DE: plan('49', '0', (r) => `${r.pick(['160', '170', '171', '175'])}${r.between(1, 9)}${r.digits(6)}`),
  IT: plan('39', '', (r) => `3${r.pick(['20', '28', '33', '38', '47', '49'])}${r.digits(7)}`),
  BR: plan(
    '55',
    '',
    (r) => `${r.pick(['11', '21', '31', '41', '51', '71', '81'])}9${r.between(6, 9)}${r.digits(7)}`,
  ),
  PL: plan('48', '', (r) => `${r.pick(['501', '512', '600', '660', '691', '790', '880'])}${r.digits(6)}`),
  RU: plan('7', '8', (r) => `9${r.pick(['03', '10', '16', '25', '61', '85'])}${r.digits(7)}`),
  GR: plan('30', '', (r) => `69${r.pick(['44', '72', '77', '81', '36'])}${r.digits(6)}`),
  CN: plan('86', '', (r) => `1${r.pick(['31', '35', '38', '50', '58', '86'])}${r.digits(8)}`),
  JP: plan('81', '0', (r) => `${r.pick(['80', '90'])}${r.between(1, 9)}${r.digits(7)}`),
  KR: plan('82', '0', (r) => `10${r.pick(['2', '3', '4', '6', '7', '8', '9'])}${r.digits(7)}`),
  SA: plan('966', '0', (r) => `5${r.pick(['0', '3', '4', '5', '6'])}${r.digits(7)}`),
  IN: plan('91', '0', (r) => `9${r.between(810, 899)}${r.digits(6)}`),
}

export type MadePhone = {
  readonly number: string
  readonly digits: string
  readonly nationalDigits: string
  readonly country: string
}

export function madePhone(random: Random, country: string): MadePhone {
  const known = plans[country] ? country : 'US'
  const { code, trunk, number } = plans[known] as Plan
  const national = number(random)
  return {
    number: `+${code}${national}`,
    digits: code + national,
    nationalDigits: trunk + national,
    country: known,
  }
}

function plan(code: string, trunk: string, number: (random: Random) => string): Plan {
  return { code, trunk, number }
}
