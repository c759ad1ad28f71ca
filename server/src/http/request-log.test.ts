import fastify from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { requestLog } from './request-log.ts'

test('a request is one line, which says what was asked and what was answered', async () => {
  const lines: string[] = []
  const loggerInstance = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const app = fastify({ loggerInstance, logController: requestLog() })
  app.get('/silent', { logLevel: 'warn' }, () => 'nothing to say')

  await app.inject('/silent')
  await app.inject('/nowhere?q=1')

  const said = lines.map((line) => JSON.parse(line))
  const answered = said.filter(({ req }) => req !== undefined)
  expect(answered).toMatchObject([
    {
      level: 30,
      req: { method: 'GET', url: '/nowhere?q=1' },
      res: { statusCode: 404 },
      msg: 'request completed',
    },
  ])
  expect(answered[0].responseTime).toBeGreaterThan(0)
  expect(said.filter(({ msg }) => msg === 'incoming request')).toEqual([])
})
