// Who gets the page, and who is told that there is nothing.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../test/harness.ts'

async function withPage() {
  const webFolder = await mkdtemp(join(tmpdir(), 'clientele-web-'))
  onTestFinished(() => rm(webFolder, { recursive: true, force: true }))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Clientele</title>')
  const { app } = await setup({ webFolder })
  return async (method: 'GET' | 'HEAD', url: string, accept: string) => {
    const { statusCode, headers } = await app.inject({ method, url, headers: { accept } })
    return [statusCode, String(headers['content-type']).split(';')[0]]
  }
}

test('a browser gets the page at any address, any program at the home address, and nobody in place of a file', async () => {
  const ask = await withPage()

  expect(await ask('GET', '/customers', 'text/html')).toEqual([200, 'text/html'])
  expect(await ask('GET', '/', '*/*')).toEqual([200, 'text/html'])
  expect(await ask('HEAD', '/', '*/*')).toEqual([200, 'text/html'])
  expect(await ask('GET', '/customers', '*/*')).toEqual([404, 'application/problem+json'])
  expect(await ask('GET', '/api/v1/nothing', 'text/html')).toEqual([404, 'application/problem+json'])
  expect(await ask('GET', '/assets/gone.js', '*/*')).toEqual([404, 'application/problem+json'])
})
