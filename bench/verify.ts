import { execFileSync } from 'node:child_process'

/** What `clientele verify` says of this data folder. */
export function verify(data: string): string {
  try {
    return execFileSync(process.execPath, ['server/start.mjs', 'verify'], {
      env: { ...process.env, CLIENTELE_DATA: data, LOG_LEVEL: 'warn' },
      encoding: 'utf8',
    }).trim()
  } catch (error) {
    return (error as { stdout: string }).stdout.slice(0, 2000)
  }
}
