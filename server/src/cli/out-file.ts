import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Where `--out` may be written, absolute; what hinders is said before the work is done. */
export async function outFile(out: string): Promise<{ readonly file: string; readonly exists: boolean }> {
  const file = resolve(out)
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new Error(`${file} is a folder: name a file in it`)
  const folder = await stat(dirname(file)).catch(() => null)
  if (!folder?.isDirectory()) throw new Error(`there is no folder ${dirname(file)}`)
  return { file, exists: there !== null }
}
