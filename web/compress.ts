// Every asset lies beside its compressed forms: made once, as small as they get, sent as they are. Brotli for browsers
// over HTTPS, gzip for those in a network without it.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Below this an answer fits into one packet anyway. */
const smallest = 1400

export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir = '' }) {
        const folder = join(dir, 'assets')
        const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
        await Promise.all(names.map((name) => compress(join(folder, name))))
      },
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < smallest) return
  // Left alone, brotli's quality is its best.
  const [br, gz] = await Promise.all([brotli(bytes), gzipped(bytes, { level: 9 })])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
