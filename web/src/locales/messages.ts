import type { en } from './en.ts'

/**
 * What another language must have: the same keys as English, and for every plural also `_many`,
 * which Spanish, French, Italian and Portuguese use for whole millions.
 */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_many` : never]: string
}

export type Messages = Translated<typeof en>
