import { parseArgs } from 'node:util'
import { serveAlone, superviseServe } from '../supervisor/serve.ts'
import type { CommandIo } from './dispatch.ts'

export async function serve(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, 'no-migrate': { type: 'boolean', default: false } },
  })
  const { only = null } = values
  if (only !== null && only !== 'web' && only !== 'worker')
    throw new Error('--only is followed by web or worker')
  const options = { config, out, migrate: !values['no-migrate'] }
  if (only !== null && config.databaseUrl !== null) await serveAlone({ ...options, only })
  else await superviseServe({ ...options, only })
}
