import { invalid } from '../../kernel/problem.ts'

export const PHOTO_TYPE = 'image/webp'
const SIDE = 256
/** More pixels than any camera takes are a trap that unpacks into gigabytes. */
const MAX_PIXELS = 120_000_000

/**
 * Whatever was uploaded becomes a small picture of our own making: nothing of the original's metadata (where it was
 * taken), and nothing that could run, is kept. What it is, its first bytes say; its name and declared type say nothing.
 */
export async function makePhoto(upload: Uint8Array): Promise<Buffer> {
  if (!isPhoto(upload)) throw unreadable()
  // Loaded when the first photo comes: it takes memory that most processes never need.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    return await sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    throw unreadable()
  }
}

const unreadable = () =>
  invalid([
    {
      path: 'file',
      code: 'photo.unreadable',
      message: 'is not a picture that can be read: JPEG, PNG, WebP, GIF or AVIF',
    },
  ])

const BEGINNINGS: readonly (readonly [offset: number, text: string])[] = [
  [0, '\xff\xd8\xff'],
  [0, '\x89PNG\r\n\x1a\n'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftypavif'],
  [4, 'ftypavis'],
]

function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return BEGINNINGS.some(([offset, text]) => head.startsWith(text, offset))
}
