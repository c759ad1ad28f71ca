/** Has the shape of an address; the rest is for the server to judge. */
export function looksLikeEmail(typed: string): boolean {
  const email = typed.trim().replace(/^mailto:/i, '')
  const at = email.lastIndexOf('@')
  return at > 0 && at < email.length - 2 && !/[\s,;]/.test(email) && !/\.\.|\.$|^\.|@\./.test(email)
}
