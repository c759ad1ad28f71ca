// A real mail server in the test: what it was given, and what it is to answer.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Received = { readonly from: string; readonly to: readonly string[]; readonly raw: string }
export type Refusal = { readonly code: number; readonly text: string }
export type Behaviour = {
  /** Null lets it through. */
  recipient?(address: string): Refusal | null
  /** When the message has come; it may take its time. */
  data?(): Promise<Refusal | null>
}

export async function startSmtp(
  behaviour: Behaviour = {},
  options: SMTPServerOptions & { port?: number } = {},
) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => done(errorOf(behaviour.recipient?.(address) ?? null)),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        })
        const refusal = (await behaviour.data?.()) ?? null
        if (refusal !== null) return done(errorOf(refusal))
        ;(done as (error: null, text: string) => void)(null, `2.0.0 OK queued as ${received.length}`)
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((up) => server.listen(options.port ?? 0, '127.0.0.1', () => up()))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  onTestFinished(close)
  return { received, port, url: `smtp://127.0.0.1:${port}`, close }
}

function errorOf(refusal: Refusal | null): Error | null {
  return refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code })
}
