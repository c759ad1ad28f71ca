// An upload as it comes: fields before or after the file, the file straight to where files lie.
import { createHash, type Hash } from 'node:crypto'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import { invalid, Problem } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { discard } from '../files/index.ts'

export type Upload = {
  readonly storageKey: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Buffer
  readonly fields: Readonly<Record<string, string>>
}

export const MAX_BYTES = 2 * 1024 ** 3
const MAX_FIELD_BYTES = 1024 * 1024
const LONGEST_NAME = 255

/** The stored file is the caller's to remove when nothing comes of it. */
export async function receiveUpload(request: FastifyRequest, storage: Storage): Promise<Upload> {
  if (!request.isMultipart())
    throw new Problem('body.media_type', 415, { detail: 'Send the file as multipart/form-data' })
  const fields: Record<string, string> = Object.create(null)
  let stored: Omit<Upload, 'fields'> | null = null
  try {
    const limits = { fileSize: MAX_BYTES, files: 1, fields: 20, fieldSize: MAX_FIELD_BYTES }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else if (part.fieldname === 'file') stored = await storeFile(part.file, part.filename, storage)
      else throw invalid([{ path: part.fieldname, code: 'field.unknown', message: 'is not known' }])
    }
  } catch (error) {
    if (stored !== null) await discard(storage, stored.storageKey)
    throw asProblem(error)
  }
  if (stored === null) throw invalid([{ path: 'file', code: 'field.required', message: 'is required' }])
  return { ...stored, fields }
}

export async function storeFile(
  from: NodeJS.ReadableStream,
  name: string,
  storage: Storage,
): Promise<Omit<Upload, 'fields'>> {
  const storageKey = newId()
  const hash = createHash('sha256')
  const size = { bytes: 0 }
  try {
    await pipeline(from, counting(hash, size), (counted: AsyncIterable<Buffer>) =>
      storage.receive(storageKey, counted),
    )
  } catch (error) {
    await discard(storage, storageKey)
    throw error
  }
  return {
    storageKey,
    fileName: name.slice(0, LONGEST_NAME) || 'file',
    bytes: size.bytes,
    sha256: hash.digest(),
  }
}

const counting = (hash: Hash, size: { bytes: number }) =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      size.bytes += chunk.length
      done(null, chunk)
    },
  })

function asProblem(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return new Problem('disk.full', 507, { detail: 'There is no room on the disk for this file' })
  return error
}
