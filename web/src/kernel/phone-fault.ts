/** The code of a fault, as the server has it. */
export type PhoneFault = 'phone.letters' | 'phone.too_short' | 'phone.too_long' | 'phone.unreadable'

const extension = /[\s,;]*(?:;ext=|(?:extension|extn?|x|anexo|ramal|poste|int)[.:]?|#)\s*[0-9]{1,9}\s*#?$/iu

/** What is wrong whatever the country; cheap enough for every keystroke. */
export function faultOf(typed: string): PhoneFault | null {
  const main = typed.trim().replace(extension, '')
  if (/\p{L}/u.test(main)) return 'phone.letters'
  const digits = main.replace(/\D/g, '').replace(main.startsWith('+') ? /^$/ : /^00/, '')
  if (digits === '') return 'phone.unreadable'
  if (digits.length < 5) return 'phone.too_short'
  return digits.length > 15 ? 'phone.too_long' : null
}
