import { readFileSync } from 'node:fs'

/** Memory of the supervisor's children, from /proc where there is one. */
export function residentOf(pid: number, which: 'VmRSS' | 'VmHWM' = 'VmRSS'): string {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    return children
      .map((child) => {
        const name = readFileSync(`/proc/${child}/cmdline`, 'utf8')
          .split('\0')
          .slice(0, 2)
          .join(' ')
          .slice(-40)
        const status = readFileSync(`/proc/${child}/status`, 'utf8')
        const kb = new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1]
        return `${name} ${Math.round(Number(kb) / 1024)} MB`
      })
      .join('; ')
  } catch {
    return 'unknown'
  }
}
