import { isCountry, isLocale } from '../../kernel/countries.ts'
import { isTimeZone } from '../../kernel/dates.ts'
import { isCurrency } from '../../kernel/money.ts'
import { type FieldFault, invalid } from '../../kernel/problem.ts'
import { withoutInvisible } from '../../kernel/text.ts'
import type { Settings, SettingsChange } from './settings.schemas.ts'

/** The settings with these fields written; a Problem 422 names each that cannot be accepted. */
export function withChange(settings: Settings, change: SettingsChange): Settings {
  const faults: FieldFault[] = []
  const check = (path: string, isRight: boolean, message: string) => {
    if (!isRight) faults.push({ path, code: `${path}.unknown`, message })
  }
  const next = {
    ...settings,
    ...change,
    name: change.name === undefined ? settings.name : withoutInvisible(change.name),
    currency: (change.currency ?? settings.currency).toUpperCase(),
    organizationWord: wordOf(
      change.organizationWord === undefined ? settings.organizationWord : change.organizationWord,
    ),
    country: (change.country ?? settings.country).toUpperCase(),
    requiredFields: {
      personal: [...(change.requiredFields?.personal ?? settings.requiredFields.personal)],
      business: [...(change.requiredFields?.business ?? settings.requiredFields.business)],
    },
  }
  for (const form of ['singular', 'plural'] as const)
    if (next.organizationWord?.[form] === '')
      faults.push({ path: `organizationWord.${form}`, code: 'field.required', message: 'is required' })
  if (next.name === '') faults.push({ path: 'name', code: 'field.required', message: 'is required' })
  check('currency', isCurrency(next.currency), 'is not a currency code (ISO 4217, three letters)')
  check('country', isCountry(next.country), 'is not a country code (ISO 3166, two letters)')
  check('timeZone', isTimeZone(next.timeZone), 'is not a time zone such as Europe/Paris')
  check('locale', isLocale(next.locale), 'is not a language tag such as en or es-MX')
  if (faults.length > 0) throw invalid(faults)
  return next
}

export function changedKeys(before: Settings, after: Settings): (keyof Settings)[] {
  return (Object.keys(before) as (keyof Settings)[]).filter(
    (key) => key !== 'version' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
}

const wordOf = (word: Settings['organizationWord']): Settings['organizationWord'] =>
  word === null
    ? null
    : { singular: withoutInvisible(word.singular).trim(), plural: withoutInvisible(word.plural).trim() }
