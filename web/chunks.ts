// Which modules travel together. Left alone, the bundler writes a hundred files for the first screen; each costs a
// request and is compressed by itself. A first, unwritten build tells what the first screens really use: only the
// bundler knows what is left of a library's index once the unused is gone.
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'

/** What every screen behind sign-in needs at once. */
const frame = ['/src/app/main.tsx', '/src/routes/_app.tsx']
/** What the list of customers, the first screen of most days, needs besides. */
const list = ['/src/routes/_app/customers/index.tsx']

type Chunk = Rolldown.OutputChunk

/** Of the configuration without this plugin. */
export function firstScreens(config: InlineConfig & { readonly root: string }): Plugin {
  return {
    name: 'first-screens',
    apply: 'build',
    config: async () => {
      const chunks = await trialOf(config)
      const framed = modulesOf(chunks, config.root, frame)
      const listed = modulesOf(chunks, config.root, list)
      const groups = [
        { name: 'frame', priority: 2, test: (id: string) => framed.has(id) },
        // Shared with other screens; what the list alone has stays a file of its own.
        { name: 'basics', priority: 1, minShareCount: 2, test: (id: string) => listed.has(id) },
      ]
      // Each set holds all that its modules use, so nothing more is to be drawn in.
      return {
        build: {
          rolldownOptions: { output: { codeSplitting: { groups, includeDependenciesRecursively: false } } },
        },
      }
    },
  }
}

async function trialOf(config: InlineConfig): Promise<readonly Chunk[]> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false, minify: false },
  })
  const outputs = [built].flat() as readonly Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'))
}

/** All modules that are there once these have been loaded. */
function modulesOf(chunks: readonly Chunk[], root: string, starts: readonly string[]): ReadonlySet<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  // The router's plugin takes the component of a route into a module of its own.
  const ids = starts.flatMap((path) => [`${root}${path}`, `${root}${path}?tsr-split=component`])
  const open = chunks.filter((chunk) => ids.some((id) => chunk.moduleIds.includes(id)))
  const seen = new Set<Chunk>()
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (seen.has(chunk)) continue
    seen.add(chunk)
    open.push(...chunk.imports.flatMap((name) => byName.get(name) ?? []))
  }
  return new Set([...seen].flatMap((chunk) => chunk.moduleIds))
}
