// Whether the values of a column look like what its header says, and what they look like when it says nothing.

import { readCountry, readLanguage } from './cells/country.rules.ts'
import { readDay } from './cells/date.rules.ts'
import {
  isSalutation,
  readAccountType,
  readBoolean,
  readConsent,
  readStatus,
  readType,
} from './cells/words.rules.ts'

/** Of an empty column everything fits. */
export function fits(path: string, sample: readonly string[]): boolean {
  if (sample.length === 0) return true
  const rule = rules.find(([paths]) => paths.test(path))
  return rule === undefined || share(sample, rule[1]) >= rule[2]
}

/** Whether a column whose header says only "Home" or "SMS" holds numbers to call. */
export const looksLikePhones = (sample: readonly string[]) =>
  sample.length > 0 &&
  share(sample, (text) => isPhoneish(text) && /^\D?(?:\D{0,3}\d){7,15}\D*$/.test(text)) >= 0.8

/** Where no value says anything, it is a column of something else: a web site called "base", a status of 0 for all. */
export function saysNothing(path: string, sample: readonly string[]): boolean {
  if (sample.length < 3) return false
  if (path === 'website') return !fits(path, sample)
  return path === 'status' && sample.every((text) => text === '0')
}

export const holdsDigits = (sample: readonly string[]) => share(sample, (text) => /\d/.test(text)) >= 0.5

/** Of a date in three columns the day may be called "Birthday" like the whole. */
export const looksLikeDaysOfMonth = (sample: readonly string[]) =>
  sample.length > 0 && sample.every((text) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(text))

export const looksLikeSalutations = (sample: readonly string[]) =>
  sample.length > 0 && share(sample, isSalutation) >= 0.5

/** For a column whose header means nothing: only looks that cannot be mistaken. */
export function guessByLook(
  sample: readonly string[],
): 'email' | 'phone' | 'fullName' | 'address.country' | null {
  if (sample.length === 0) return null
  if (share(sample, isEmailish) >= 0.8) return 'email'
  if (share(sample, isPhoneLook) >= 0.8) return 'phone'
  if (share(sample, (text) => text.length > 3 && readCountry(text) !== null) >= 0.8) return 'address.country'
  const distinct = new Set(sample).size / sample.length
  return distinct > 0.7 && share(sample, isPersonLook) >= 0.8 ? 'fullName' : null
}

/** Whether every value is another: nothing else may say who somebody is. */
export const areDistinct = (sample: readonly string[]) => new Set(sample).size >= sample.length * 0.9

/** 1, 2, 3 …: the lines are numbered, and the next file's as well. Read as who somebody is, it would merge strangers. */
export const countRows = (sample: readonly string[]) =>
  sample.length > 2 && sample.slice(0, 100).every((text, i) => text === String(i + 1))

type Test = (text: string) => boolean

function share(sample: readonly string[], test: Test): number {
  return sample.filter((text) => test(text)).length / sample.length
}

const isEmailish: Test = (text) => /[^\s@]+@[^\s@]+/.test(text)
const isNumber: Test = (text) => /^'?[-+]?\d+(?:[.,]\d+)?$/.test(text)
const isPhoneish: Test = (text) =>
  text.replace(/\D/g, '').length >= 5 && !isEmailish(text) && !/\p{L}{4}(?!\p{L}*:)/u.test(text)
const isPhoneLook: Test = (text) =>
  /^'?\+?[\d\s().\-/]{7,20}$/.test(text) &&
  /^'?\+|[\s()\-/]/.test(text) &&
  !isDayish(text) &&
  !isOfficialNumber(text) &&
  text.replace(/\D/g, '').length >= 7
/** Of people and companies in many countries: 800101-1234, 20-30405060-7, 123.456.789-09, 123-45-6789. */
const isOfficialNumber: Test = (text) =>
  /^[1-9]\d{5,7}-\d{1,4}$|[-/]\d$|^\d{3}(?:\.\d{3}){2}-\d\d$|^\d{3}-\d\d-\d{4}$/.test(text)
const isDayish: Test = (text) =>
  readDay(text.replace(/^'/, ''), 'dmy') !== null || readDay(text.replace(/^'/, ''), 'mdy') !== null
const isMomentish: Test = (text) => isDayish(text) || /^\d{10}(?:\d{3})?$/.test(text)
const isKey: Test = (text) => /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(text)
const isWord: Test = (text) => !isEmailish(text) && !isNumber(text) && !isKey(text)
const isPersonLook: Test = (text) => /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?| \p{L}[\p{L}'’-]+){1,3}$/u.test(text)

/** The first that matches counts: how many values must pass the test. */
const rules: readonly (readonly [RegExp, Test, number])[] = [
  [/^(?:emails\.\d+\.value|email|additionalEmails|contact\.email|billing\.invoiceEmails)$/, isEmailish, 0.4],
  [/^(?:phone|phones\.(?!\d+\.kind).*|contact\.phone)$/, isPhoneish, 0.4],
  [/^phone\.extension$/, (text) => /\d/.test(text) && text.length <= 10, 0.5],
  [/^phone\.kind$/, (text) => /^[\p{L} ]{2,20}$/u.test(text), 0.8],
  [/^dateOfBirth\.(?:month|day|year)$/, (text) => /^\d{1,4}$|^\p{L}{3,}$/u.test(text), 0.5],
  [/^(?:dateOfBirth|anniversary)$/, isDayish, 0.4],
  [/^(?:customerSince|registeredAt|last\w+At)$/, isMomentish, 0.5],
  [/^consent\.\w+$/, (text) => readConsent(text) !== null, 0.7],
  [
    /^(?:consent\.\w+\.optOut|taxExempt|doNotServe\.value|billing\.(?:on\w+|require\w+|no\w+))$/,
    (text) => readBoolean(text) !== null,
    0.7,
  ],
  [/^status$/, (text) => readStatus(text) !== null, 0.8],
  [/^type$/, (text) => readType(text) !== null || readBoolean(text) !== null, 0.8],
  [/^accountType$/, (text) => readAccountType(text) !== null, 0.7],
  [/^preferredLanguage$/, (text) => readLanguage(text) !== null, 0.5],
  [/^nationality$/, (text) => readCountry(text) !== null, 0.3],
  [/^address(?:es\.\w+)?\.country$/, (text) => isWord(text) && text.length <= 80, 0.5],
  [
    /^address(?:es\.\w+)?\.postalCode$/,
    (text) => /\d/.test(text) && text.length <= 12 && !isEmailish(text),
    0.5,
  ],
  [
    /^address(?:es\.\w+)?\.state$/,
    (text) => isWord(text) && readAccountType(text) === null && readStatus(text) === null,
    0.5,
  ],
  [/^address(?:es\.\w+)?\.city$/, isWord, 0.5],
  [/^address(?:es\.\w+)?\.line1$/, (text) => isWord(text) && !/^https?:/.test(text), 0.6],
  [
    /^(?:firstName|lastName|middleName|secondLastName|fullName|~name|~company|~contact|contact\.\w*[nN]ame|businessName)$/,
    (text) => isWord(text) && text.length <= 200,
    0.5,
  ],
  [/^(?:gender|nickname|nameSuffix)$/, (text) => !isEmailish(text) && text.length <= 60, 0.8],
  [
    /^(?:taxId|idNumber|registrationNumber)$/,
    (text) => /\d/.test(text) && text.length <= 40 && !isEmailish(text),
    0.5,
  ],
  [/^website$/, (text) => /\p{L}\.\p{L}|^https?:/u.test(text) && !/^[^\s/]+@/.test(text), 0.5],
  [/^billing\.(?:discountPercent|creditLimit)$/, (text) => /\d/.test(text) && !/\p{L}{4}/u.test(text), 0.8],
  [/^(?:externalId|number)$/, (text) => !isEmailish(text) && text.length <= 60, 0.8],
  [/^(?:tags|stores|salesperson|industry)$/, (text) => !isEmailish(text), 0.5],
]
