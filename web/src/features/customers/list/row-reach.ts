// How this machine reaches somebody: its own mail program, telephone, messages. Pure.
export const mailTo = (email: string): string => `mailto:${encodeURI(email)}`
export const callTo = (phone: string): string => `tel:${dialled(phone)}`
export const textTo = (phone: string): string => `sms:${dialled(phone)}`

const dialled = (phone: string): string => phone.replace(/[^\d+*#,;]/g, '')
