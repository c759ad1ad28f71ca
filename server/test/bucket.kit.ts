// What tests of an installation with its files in a bucket begin with.
import { openStorage } from '../src/modules/files/index.ts'
import { setup } from './harness.ts'
import { startS3 } from './s3-server.ts'

export async function withBucket() {
  const s3 = await startS3()
  const storage = await openStorage(s3.place)
  const kit = await setup({ storage })
  return { ...kit, s3, keysIn: () => [...s3.objects.keys()].map((key) => key.replace('clientele/', '')) }
}
