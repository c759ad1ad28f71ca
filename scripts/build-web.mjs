// `npm run build`, and what `npm test` does first: builds the web app when its sources changed.
const { ensureWebBuilt } = await import('../server/src/supervisor/web-build.ts')

try {
  await ensureWebBuilt({ verbose: process.argv.includes('--verbose') })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
