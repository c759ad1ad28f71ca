/** A website as it was typed, made into an address that nothing but a browser opens. */
export function webAddress(typed: string): string | null {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
