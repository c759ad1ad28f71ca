// What every part of the house may ask of the place where bytes lie; which place that is, the module `files` knows.
import type { Readable } from 'node:stream'

export type Storage = {
  /** Null when it is no folder of this machine. */
  readonly folder: string | null
  /** Whole or not at all, and there to stay before anything is answered. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** A stream of any length, held a few megabytes at a time; as whole and as lasting as what is put. */
  receive(key: string, from: AsyncIterable<Uint8Array>): Promise<void>
  /** Null when there is none. */
  get(key: string): Promise<Buffer | null>
  has(key: string): Promise<boolean>
  /** For reading here and there; fails with ENOENT when there is none. */
  source(key: string): ByteSource
  /** An empty file to be filled bit by bit; whoever follows it sees it grow. */
  create(key: string): Promise<Growing>
  /** Null when it has not been begun. */
  follow(key: string): Promise<Followed | null>
  /** What nothing names goes a day after it was touched. Not an error when there is none. */
  touch(key: string): Promise<void>
  /** Not an error when there is none. */
  remove(key: string): Promise<void>
  /** Files of our making, from after `since`, that nobody has touched after `until`. */
  old(span: { readonly since: number; readonly until: number }): AsyncIterable<OldFile>
}

export type Growing = {
  append(bytes: Uint8Array): Promise<void>
  /** All of it is there to stay afterwards. */
  close(): Promise<void>
}

export type Followed = {
  /** What has come since; null when nothing has. */
  next(): Promise<Buffer | null>
  close(): Promise<void>
}

export type OldFile = {
  /** By this a row would name it. */
  readonly name: string
  remove(): Promise<void>
}

/** Bytes that lie somewhere and can be read from any place, any number of times. */
export type ByteSource = {
  size(): Promise<number>
  /** Shorter, or empty, where the bytes end. */
  read(at: number, length: number): Promise<Buffer>
  /** From `start`, `length` bytes or all; in chunks of at most `chunk` bytes. */
  stream(options?: { readonly start?: number; readonly length?: number; readonly chunk?: number }): Readable
}
