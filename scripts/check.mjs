// `npm run check`: format, lint, types, imports, dead code, generated files in step. Says every failure, not only the first.
import { spawnSync } from 'node:child_process'

const bin = (name) => `node_modules/.bin/${name}`
const tsc = ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p']
const steps = [
  ['format and lint', bin('biome'), ['ci', '.']],
  ['types: server', process.execPath, [...tsc, 'server']],
  ['types: web', process.execPath, [...tsc, 'web']],
  ['types: tests and tools', process.execPath, [...tsc, '.']],
  ['imports', bin('depcruise'), ['server/src', 'web/src', '--config', '.dependency-cruiser.cjs']],
  ['dead code', bin('knip'), []],
  ['generated files', process.execPath, ['server/scripts/generate.ts', '--check']],
]
const failed = steps.filter(([name, command, args]) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}  ${name}\n`)
  return status !== 0
})
process.exit(failed.length === 0 ? 0 : 1)
