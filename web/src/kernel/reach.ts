// How this machine reaches somebody: its own mail program, telephone, messages. Pure.

/** In full, as E.164 has it; what is kept as it was typed is dialled by nobody. */
export const isCallable = (number: string): boolean => /^\+\d{7,15}$/.test(number)

export const mailTo = (email: string): string => `mailto:${encodeURI(email)}`
export const textTo = (number: string): string => `sms:${number}`
/** The extension after the number, where the device knows how. */
export const callTo = (number: string, extension: string | null = null): string =>
  `tel:${number}${extension ? `;ext=${extension}` : ''}`
