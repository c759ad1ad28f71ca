/**
 * A time zone in which it is noon or a little later, all year without summer time: so no day ends while a test runs, and so
 * many days ago is so many times 24 hours.
 */
export function zoneOfNoon(now = new Date()): string {
  const ahead = 12 - now.getUTCHours()
  // As POSIX has it: what is behind is called plus.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}
