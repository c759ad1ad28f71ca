// A worker in a process of its own, to be killed: `node worker-process.ts <database url> [<files folder>]`, with SMTP_URL if it is to send.
import { createDb } from '../src/db/client.ts'
import { mailSettingsOf } from '../src/modules/communications/index.ts'
import { folderStorage } from '../src/modules/files/index.ts'
import { runWorker } from '../src/worker.ts'

const onError = () => undefined
const db = createDb({ url: process.argv[2] as string, pooling: 'session', max: 4, onError })
await runWorker({
  db,
  storage: folderStorage(process.argv[3] ?? ''),
  mail: mailSettingsOf({ smtpUrl: process.env.SMTP_URL ?? null, mailFrom: null }),
  log: { error: console.error, warn: onError, info: onError, debug: onError },
})
process.send?.('up')
