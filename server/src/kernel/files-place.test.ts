import { expect, test } from 'vitest'
import { filesPlace } from './files-place.ts'

const keys = { accessKeyId: 'AK', secretAccessKey: 'from the environment' }

test('a folder is a file URL', () => {
  expect(filesPlace('file:///mnt/photos', null)).toEqual({ kind: 'folder', path: '/mnt/photos' })
})

test('a bucket of Amazon needs its name alone', () => {
  expect(filesPlace('s3://shop-files?region=eu-central-1', keys)).toEqual({
    kind: 'bucket',
    bucket: 'shop-files',
    prefix: '',
    endpoint: 'https://s3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    pathStyle: false,
    ...keys,
  })
})

test('another store has an endpoint, and its bucket stands in the path unless said otherwise', () => {
  const given = 's3://AK:a%2Fb%2Bc%25@shop/one//two?endpoint=http://minio:9000/'
  expect(filesPlace(given, keys)).toMatchObject({
    prefix: 'one/two/',
    endpoint: 'http://minio:9000',
    region: 'us-east-1',
    pathStyle: true,
    accessKeyId: 'AK',
    secretAccessKey: 'a/b+c%',
  })
  expect(filesPlace(`${given}&pathStyle=false`, null)).toMatchObject({ pathStyle: false })
  expect(filesPlace('s3://a.b', keys)).toMatchObject({ pathStyle: true })
})

test.each([
  ['ftp://x', /file: or s3:/],
  ['s3://', /BUCKET/],
  ['s3://x', /bucket/],
  ['s3://AK:S3CR/ET@bucket', /%2F|bucket/],
  ['s3://AK:S3CR%ET@bucket', /%25/],
  ['s3://AK@bucket', /both parts/],
  ['s3://:S3CRET@bucket', /both parts/],
  ['s3://AK:S3CRET@bucket:9000', /bucket/],
  ['s3://AK:S3CRET@bucket#x', /bucket/],
  ['s3://AK:S3CRET@bucket/a%20b', /prefix/],
  ['s3://AK:S3CRET@bucket/é', /prefix/],
  ['s3://AK:S3CRET@bucket?regoin=x', /region/],
  ['s3://AK:S3CRET@bucket?region=a&region=b', /once/],
  ['s3://AK:S3CRET@bucket?region=US%20East', /region/],
  ['s3://AK:S3CRET@bucket?pathStyle=1', /pathStyle/],
  ['s3://AK:S3CRET@bucket?endpoint=minio:9000', /endpoint/],
  ['s3://AK:S3CRET@bucket?endpoint=https://minio/path', /endpoint/],
  ['s3://bucket?endpoint=https://AK:S3CRET@minio', /before the bucket/],
])('%s is refused without telling its key', (text, pattern) => {
  expect(() => filesPlace(text, keys)).toThrow(pattern)
  expect(() => filesPlace(text, keys)).not.toThrow(/S3CR/)
})

test('a way out of the prefix is none', () => {
  expect(filesPlace('s3://bucket/../../etc', keys)).toMatchObject({ prefix: 'etc/' })
})

test('without a key anywhere it says where keys go', () => {
  expect(() => filesPlace('s3://bucket', null)).toThrow(/AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/)
})
