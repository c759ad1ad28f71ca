import { afterEach, expect, test, vi } from 'vitest'
import { askBeforeEnd, endAnswered, endingAsked, watchEnding, watchUnsaved } from './unsaved.ts'

const question = { title: 'Leave?', text: 'What you typed is lost.', leave: 'Leave' }

afterEach(endAnswered)

test('with nothing to lose the work ends at once', () => {
  const act = vi.fn()
  const forget = watchUnsaved(() => null)

  askBeforeEnd(act)

  expect(act).toHaveBeenCalledTimes(1)
  expect(endingAsked()).toBeNull()
  forget()
})

test('with typed text it waits for an answer, under the verb of what ends it', () => {
  const act = vi.fn()
  const told = vi.fn()
  const forget = [watchUnsaved(() => question), watchEnding(told)]

  askBeforeEnd(act, 'Sign out')
  expect(act).not.toHaveBeenCalled()
  expect(endingAsked()).toMatchObject({ question, verb: 'Sign out' })
  expect(told).toHaveBeenCalledTimes(1)

  askBeforeEnd(act)
  expect(endingAsked()).toMatchObject({ verb: 'Leave' })
  endingAsked()?.act()
  endAnswered()
  expect(act).toHaveBeenCalledTimes(1)
  expect(endingAsked()).toBeNull()
  for (const one of forget) one()
})

test('a form that is gone is not asked about', () => {
  const act = vi.fn()
  watchUnsaved(() => question)()

  askBeforeEnd(act)

  expect(act).toHaveBeenCalledTimes(1)
})
