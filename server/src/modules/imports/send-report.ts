import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../http/context.ts'
import { getImport, issuesOf, organizationWord } from './imports.queries.ts'
import { plainReport } from './plain-report.rules.ts'
import { reportHead, reportLine } from './report.rules.ts'
import type { ReportLanguage } from './report-words.ts'

type Asked = { readonly id: string; readonly isRejected: boolean; readonly language?: ReportLanguage }

export async function sendReport(
  ctx: Ctx,
  reply: FastifyReply,
  { id, isRejected, language }: Asked,
): Promise<FastifyReply> {
  const row = await getImport(ctx, id)
  const headers = row.headers ?? []
  const columns = row.mapping?.columns ?? {}
  const plain =
    language === undefined
      ? null
      : plainReport({ language, word: await organizationWord(ctx), headers, columns })
  const shape = { headers, delimiter: row.delimiter ?? ',', isRejected, importId: id, plain }
  async function* lines() {
    yield reportHead(shape)
    for await (const issues of issuesOf(ctx, row, isRejected))
      yield issues.map((issue) => reportLine(issue, shape)).join('')
  }
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${isRejected ? 'rejected' : 'warnings'}.csv"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(lines(), { objectMode: false }) as never)
}
