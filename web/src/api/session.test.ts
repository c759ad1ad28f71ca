// What one tab does when another ends the session or goes elsewhere.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { draftKeeper, draftsBelongTo } from './drafts.ts'
import { sessionQuery } from './queries.ts'
import { mustGo, watchOtherTabs } from './session.ts'
import type { Session } from './types.ts'

afterEach(() => vi.unstubAllGlobals())

function openTab() {
  const kept = new Map<string, string>([
    ['clientele-draft ann north new 1', '{}'],
    ['else', '1'],
  ])
  const reload = vi.fn()
  vi.stubGlobal('sessionStorage', {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    removeItem: (key: string) => void kept.delete(key),
    getItem: (key: string) => kept.get(key) ?? null,
  })
  vi.stubGlobal('location', { reload })
  const queryClient = new QueryClient()
  const session = { user: { id: 'ann' }, merchant: { id: 'north' } } as Session
  queryClient.setQueryData(sessionQuery.queryKey, session)
  draftsBelongTo('ann')
  watchOtherTabs(queryClient)
  const other = new BroadcastChannel('clientele-session')
  onTestFinished(() => other.close())
  return { kept, reload, say: (mark: string | null) => other.postMessage(mark) }
}

test('a sign-out in another tab ends the drafts of this one, and the same user begins them anew', async () => {
  const { kept, say } = openTab()
  expect(draftKeeper()).not.toBeNull()

  say(null)
  await vi.waitFor(() => expect(draftKeeper()).toBeNull())
  expect([...kept.keys()]).toEqual(['else'])

  say('ann north')
  await vi.waitFor(() => expect(draftKeeper()).not.toBeNull())
})

test('a tab reloads when the session left its business for one of no name, and keeps the drafts of its user', async () => {
  const { kept, reload, say } = openTab()

  say('ann ')

  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  expect(mustGo()).toBe(true)
  expect([...kept.keys()]).toContain('clientele-draft ann north new 1')
})
