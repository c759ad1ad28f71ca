// The bare server: no plugins, no schemas, no log; named statements, rows as objects.
import fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2] as string, max: 10 })
// A plan for all values reads the whole trigram index for a common fragment, a second for each search: with one for the
// value at hand the reference is at its best.
const searching = new pg.Pool({
  connectionString: process.argv[2] as string,
  max: 10,
  options: '-c plan_cache_mode=force_custom_plan',
})
const order = 'order by sort_name collate "C", id limit 50'
type Query = { q: string; name: string; id: string }

const app = fastify({ logger: false })
const rowsOf = async (name: string, text: string, values: unknown[], from = pool) =>
  (await from.query({ name, text, values })).rows
app.get('/list', () => rowsOf('list', `select * from bare_customers ${order}`, []))
app.get<{ Querystring: Query }>('/deep', ({ query }) =>
  rowsOf('deep', `select * from bare_customers where (sort_name collate "C", id) > ($1, $2) ${order}`, [
    query.name,
    query.id,
  ]),
)
app.get<{ Querystring: Query }>('/search', ({ query }) => {
  const likes = query.q.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const where = likes.map((_, i) => `search like $${i + 1}`).join(' and ')
  return rowsOf(
    `search${likes.length}`,
    `select * from bare_customers where ${where} ${order}`,
    likes,
    searching,
  )
})
app.get<{ Querystring: Query }>(
  '/record',
  async ({ query }) => (await rowsOf('record', 'select * from bare_customers where id = $1', [query.id]))[0],
)
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
process.once('disconnect', () => process.exit(0))
