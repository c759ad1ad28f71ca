// A number as it is typed: refused is only what the server would refuse; what the rules do not know is kept and marked.
// They are the server's own, all of them: with fewer, a number would be written anew here that the server does not know.
// They weigh some 40 kB and come with the first number that is checked.
import { faultOf, type PhoneFault } from '../../../kernel/phone-fault.ts'

export type PhoneCheck = Readonly<{
  /** E.164 when the rules know it, else as typed. */
  number: string
  known: boolean
  fault: PhoneFault | null
}>

export async function checkPhone(typed: string, country: string): Promise<PhoneCheck> {
  const number = typed.trim()
  const fault = faultOf(number)
  if (fault !== null) return { number, known: false, fault }
  const rules = await import('libphonenumber-js/max').catch(() => null)
  // Without a connection for the rules the server will know better.
  if (rules === null) return { number, known: true, fault: null }
  const place = rules.isSupportedCountry(country) ? country : undefined
  const parsed = rules.parsePhoneNumberFromString(number, place)
  // An extension in the number stays where it was typed: the server takes it apart.
  if (!parsed?.isValid()) return { number, known: false, fault: null }
  return { number: parsed.ext ? number : parsed.number, known: true, fault: null }
}
