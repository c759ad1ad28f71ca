import type { UseFormReturnType } from '@mantine/form'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { ApiError } from '../api/problem.ts'
import { showProblem } from './form-error.tsx'

type Values = { word: { singular: string; plural: string } }

/** A form whose every value has its field. */
function formOf(values: Values) {
  const errors: Record<string, unknown> = {}
  const fields = ['word.singular', 'word.plural']
  const form = {
    getValues: () => values,
    getInputNode: (path: string) => (fields.includes(path) ? { focus: () => undefined } : null),
    setErrors: (next: Record<string, unknown>) => Object.assign(errors, next),
  }
  return { form: form as unknown as UseFormReturnType<Values>, errors }
}

const t = ((key: string, values?: { text?: string }) =>
  [key, values?.text].filter(Boolean).join(': ')) as unknown as TFunction
const refusal = (...paths: string[]) =>
  new ApiError({
    code: 'body.invalid',
    status: 422,
    fields: paths.map((path) => ({ path, code: 'nothing.known', message: 'is wrong' })),
  })
const values = { word: { singular: 'Department', plural: '' } }

test('what is said of a whole stands at the part of it that is missing', () => {
  const { form, errors } = formOf(values)

  expect(showProblem(form, refusal('word'), t)).toBe(null)
  expect(errors).toEqual({ 'word.plural': expect.anything() })
})

test('what is said of a part that has no field stands at what it is part of', () => {
  const { form, errors } = formOf(values)

  expect(showProblem(form, refusal('word.plural.0'), t)).toBe(null)
  expect(errors).toEqual({ 'word.plural': expect.anything() })
})

test('what has no field at all is said without its name on the wire', () => {
  const { form } = formOf(values)

  expect(showProblem(form, refusal('internalThing'), t)).not.toContain('internalThing')
})

test('what comes to one field from several is all said there', () => {
  const { form, errors } = formOf(values)
  const refused = new ApiError({
    code: 'body.invalid',
    status: 422,
    fields: [
      { path: 'word.plural.0', code: 'nothing.known', message: 'is wrong' },
      { path: 'word.plural.1', code: 'nothing.else', message: 'is worse' },
    ],
  })

  showProblem(form, refused, t)

  expect(errors).toEqual({ 'word.plural': expect.stringContaining(' · ') })
})
