// The door every command comes through. It must load on any Node, because `.ts` files do not even load on an old one: no
// top-level await, no import of what an old one lacks.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'Clientele needs Node 24 or newer, this is ' +
      process.version +
      '. "npm start" and "npm run" bring their own.\n',
  )
  process.exitCode = 1
} else {
  void begin()
}

async function begin() {
  const { enableCompileCache } = await import('node:module')
  const { fileURLToPath } = await import('node:url')
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/clientele/code', import.meta.url)))
  await import('./src/main.ts')
}
