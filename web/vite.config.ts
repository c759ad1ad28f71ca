import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { defineConfig, type InlineConfig } from 'vite'
import { firstScreens } from './chunks.ts'
import { compressAssets } from './compress.ts'

const server = 'http://localhost:3000'

export default defineConfig(({ command }) => {
  // A build started from a test run inherits NODE_ENV=test, which would ship React's development half as well.
  if (command === 'build') process.env.NODE_ENV = 'production'
  const config = settings()
  return { ...config, plugins: [config.plugins, firstScreens(settings()), compressAssets()] }
})

function settings() {
  return {
    root: import.meta.dirname,
    plugins: [
      tanstackRouter({
        target: 'react',
        routesDirectory: './src/routes',
        generatedRouteTree: './src/routeTree.gen.ts',
        tmpDir: '.cache/router',
        addExtensions: true,
        // A screen asks `getRouteApi`, not its own `Route`: otherwise each route is a chunk of its own in the first load.
        autoCodeSplitting: true,
        quoteStyle: 'single',
        semicolons: false,
      }),
      react(),
    ],
    css: { postcss: { plugins: [mantine()] } },
    build: { target: 'baseline-widely-available', assetsInlineLimit: 0, reportCompressedSize: false },
    server: { proxy: { '/api': server, '/healthz': server, '/readyz': server } },
  } satisfies InlineConfig
}
