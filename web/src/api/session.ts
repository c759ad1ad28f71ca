// Who is signed in, what they may do, and the calls that change it.
import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { suggestLanguage } from '../locales/i18n.ts'
import { api, send } from './client.ts'
import { draftsBelongTo, endDrafts } from './drafts.ts'
import { startEvents, stopEvents } from './events.ts'
import { sessionQuery } from './queries.ts'
import type { Session, SetupInput } from './types.ts'

/** Inside `_app`, whose guard has loaded it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** `useCan()('customers.write')`: hides what is not allowed; the server is what forbids it. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

export const signIn = (input: Readonly<{ email: string; password: string }>) =>
  send(api.POST('/api/v1/session', { body: input }))

export const setUp = (input: SetupInput) => send(api.POST('/api/v1/setup', { body: input }))

export const resetPassword = (input: Readonly<{ token: string; password: string }>) =>
  send(api.POST('/api/v1/password-reset', { body: input }))

/** Whether the link is good still; fails with 404 when it is not. */
export const checkReset = (input: Readonly<{ token: string }>) =>
  send(api.POST('/api/v1/password-reset/check', { body: input }))

export const changePassword = (input: Readonly<{ currentPassword: string; newPassword: string }>) =>
  send(api.POST('/api/v1/session/password', { body: input }))

/** Begins work as this session: nothing of another user or merchant stays in memory. */
export async function enter(queryClient: QueryClient, session: Session): Promise<void> {
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  resume()
  startEvents(true)
  tellOtherTabs(session)
  await suggestLanguage(session)
}

/** After a session that ended: the page goes on as it was, unless somebody else came or another merchant. */
export function enterAgain(
  queryClient: QueryClient,
  session: Session,
  before: Readonly<{ userId: string; merchantId: string }>,
): void {
  if (session.user.id !== before.userId || session.merchant.id !== before.merchantId) {
    giveWay(session.user.id !== before.userId)
    tellOtherTabs(session)
    location.assign('/')
    return
  }
  draftsBelongTo(session.user.id)
  queryClient.setQueryData(sessionQuery.queryKey, session)
  resume()
  startEvents(true)
  tellOtherTabs(session)
  void queryClient.invalidateQueries()
}

export function useSignOut(): () => Promise<void> {
  return async () => {
    await send(api.DELETE('/api/v1/session'))
    giveWay(true)
    stopEvents()
    tellOtherTabs(null)
    // A whole new page, so that nothing of this session can be seen by going back.
    location.assign('/sign-in')
  }
}

export function useSwitchMerchant(): (merchantId: string) => Promise<void> {
  const { user } = useSession()
  return async (merchantId) => {
    await send(api.POST('/api/v1/session/merchant', { body: { merchantId } }))
    beginAnew(user.id, merchantId)
  }
}

/** In another business: this page and all others, so that nothing of the one before is left in memory or on a screen. */
export function beginAnew(userId: string, merchantId: string | null): void {
  giveWay(false)
  stopEvents()
  // Without a merchant this is no tab's own mark: each of them begins anew.
  channel?.postMessage(markOf(userId, merchantId ?? ''))
  location.assign('/')
}

// A page that shows what is somebody else's, or of another merchant, goes without asking: whoever could answer the
// question would see the form, and save it under the wrong name.

let hasGivenWay = false

/** For what asks before a page is left. */
export const mustGo = (): boolean => hasGivenWay

function giveWay(toSomebodyElse: boolean): void {
  hasGivenWay = true
  if (toSomebodyElse) endDrafts()
}

// A session that ended while somebody works: the page stays, a dialog asks for the password.

let ended = false
const watchers = new Set<() => void>()

export function endSession(): void {
  setEnded(true)
}

function resume(): void {
  setEnded(false)
}

function setEnded(value: boolean): void {
  ended = value
  for (const watcher of watchers) watcher()
}

export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => ended,
  )

// All tabs share one cookie. A tab that still shows another merchant or user must not write into this one.

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('clientele-session')
const markOf = (userId: string, merchantId: string) => `${userId} ${merchantId}`
const markOfSession = (session: Session | null) => session && markOf(session.user.id, session.merchant.id)

function tellOtherTabs(session: Session | null): void {
  channel?.postMessage(markOfSession(session))
}

export function watchOtherTabs(queryClient: QueryClient): void {
  if (channel === null) return
  channel.onmessage = ({ data }: MessageEvent<string | null>) => {
    const mine = markOfSession(queryClient.getQueryData(sessionQuery.queryKey) ?? null)
    if (data === null && mine !== null) {
      endDrafts()
      endSession()
    } else if (mine !== null && data === mine) {
      draftsBelongTo(mine.split(' ')[0] ?? '')
      resume()
    } else if (mine !== null) {
      giveWay(data?.split(' ')[0] !== mine.split(' ')[0])
      location.reload()
    }
  }
}
