// An import tells of all that it made, not only of its rows.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { customersOf, ended, importer } from './imports.kit.ts'

const nothing = {
  ...{ customers: 0, contacts: 0, organizations: 0, orders: 0, tags: 0, stores: 0, attributes: 0 },
}

test('what came of the rows besides is counted, of a trial as of the import, and once', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const columns = { Firm: 'businessName', Who: 'contact.name', Tags: 'tags', Store: 'stores' }
  const firms = {
    file: 'Firm,Who,Tags,Store\nAcme,Ann Lee,VIP,North\nBell,Bob Poe,"VIP, New",North\nCord,,,\n',
    fields: { mapping: JSON.stringify({ columns, constants: { type: 'business' }, makeStores: true }) },
  }
  const people = 'Name,Company\nDora Fox,Acme\nEve Kim,Dune\nFinn Roe,Dune\n'
  const ofPeople = { mapping: JSON.stringify({ columns: { Name: 'fullName', Company: 'organization' } }) }

  const tried = await run(firms.file, { ...firms.fields, dryRun: 'true' })
  const done = await run(firms.file, firms.fields)
  const again = await run(firms.file, firms.fields)
  const employed = await run(people, ofPeople)

  // VIP is there from the beginning.
  expect(done.made).toEqual({ ...nothing, customers: 3, contacts: 2, tags: 1, stores: 1 })
  expect(tried.made).toEqual(done.made)
  expect(again.made).toEqual(nothing)
  expect(employed.made).toEqual({ ...nothing, customers: 3, organizations: 1 })
})

test('orders are counted where several rows are one', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const file =
    'Order ID,Order date,Item,Qty,Unit price\nA1,2026-03-01,Tea,1,3\nA1,2026-03-01,Bun,2,1\nA2,2026-03-02,Tea,1,3\n'

  const done = await run(file, { kind: 'orders' })

  expect([done.created, done.made]).toEqual([3, { ...nothing, orders: 2 }])
})

test('a row that the database refuses is rejected alone, and what its batch made is counted once', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.db.owner.query(`
    create function refuse() returns trigger language plpgsql as $$
      begin
        if new.last_name = 'Refused' then raise exception 'refused' using errcode = '22000'; end if;
        return new;
      end $$;
    create trigger refuse before insert on customers for each row execute function refuse()`)
  const rows = Array.from({ length: 25 }, (_, n) => `Ann${n},${n === 12 ? 'Refused' : 'Lee'},Acme,Gold`)

  const done = await run(['First name,Last name,Company,Tags', ...rows].join('\n'))

  expect(done).toMatchObject({ created: 24, rejected: 1, reasons: [{ code: 'row.refused', rows: 1 }] })
  expect(done.made).toEqual({ ...nothing, customers: 24, organizations: 1, tags: 1 })
  expect((await customersOf(kit.as)).length).toBe(25)
})

test('a trial that was interrupted begins anew, and tells what it would make', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const mapping = JSON.stringify({ columns: { Name: 'fullName', Store: 'stores' }, makeStores: true })
  const tried = await run('Name,Store\nAnn Lee,North\n', { mapping, dryRun: 'true' })
  await kit.db.owner.query(`update imports set state = 'paused', finished_at = null where id = $1`, [
    tried.id,
  ])

  await kit.as.post(`/imports/${tried.id}/resume`)

  const anew = await ended(kit.as, tried.id)
  expect([anew.total, anew.made]).toEqual([1, { ...nothing, customers: 1, stores: 1 }])
})
