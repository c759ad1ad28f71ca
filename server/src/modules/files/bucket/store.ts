import { S3Client } from '@aws-sdk/client-s3'
import type { Bucket } from '../../../kernel/files-place.ts'
import { requireKey } from '../stored-names.rules.ts'

export type Store = {
  readonly client: S3Client
  readonly place: Bucket
  /** The object that a key names, with `piece` behind it, for a command's input. */
  at(key: string, piece?: string): { readonly Bucket: string; readonly Key: string }
}

const CONNECT_MS = 3000
const SILENCE_MS = 5000

export type Patience = {
  /** So long the store may move no byte; 5 s when unset. */
  readonly silenceMs?: number
}

export function openStore(place: Bucket, { silenceMs = SILENCE_MS }: Patience = {}): Store {
  const { endpoint, region, pathStyle, accessKeyId, secretAccessKey, bucket, prefix } = place
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    // `ask` tries again, for answers that break off in the middle as well.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silenceMs },
    // Stores other than Amazon's know none of its newer checksums; the signature has one already.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Said here so that it is not looked for in the environment and in the home folder.
    retryMode: 'standard',
    defaultsMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    useArnRegion: false,
    disableMultiregionAccessPoints: true,
    disableS3ExpressSessionAuth: true,
    userAgentAppId: 'clientele',
    sigv4aSigningRegionSet: [region],
    authSchemePreference: ['aws.auth#sigv4'],
  })
  return {
    client,
    place,
    at: (key, piece = '') => ({ Bucket: bucket, Key: `${prefix}${requireKey(key)}${piece}` }),
  }
}
