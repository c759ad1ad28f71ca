// A customer file as a till or a shop writes it: 15 columns, made-up customers, the same for the same number.

import { once } from 'node:events'
import { createWriteStream, existsSync, renameSync } from 'node:fs'
import { type Random, randomOf } from '../server/src/kernel/random.ts'
import { madeCustomer } from '../server/src/modules/customers/generate/people.ts'

const header =
  'Customer number,First name,Middle name,Last name,Company,Email,Phone,Address,City,Postal code,Country,Date of birth,Tags,Notes,Customer since'

const tags = ['VIP', 'Regular', 'Wholesale', 'Kosher', 'Vegan', 'Wine', 'Newsletter', 'Press']
const notes = [
  'Prefers mornings',
  'Ring twice, please',
  'Allergic to nuts',
  'Pays by invoice, 30 days',
  'Leave at the desk',
]

/** Kept from run to run. */
export async function importFile(path: string, rows: number): Promise<void> {
  if (existsSync(path)) return
  const random = randomOf('import')
  const out = createWriteStream(`${path}.part`)
  out.write(`${header}\n`)
  for (let at = 0; at < rows; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - at) }, (_, i) => lineOf(random, at + i))
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  renameSync(`${path}.part`, path)
}

function lineOf(random: Random, serial: number): string {
  const made = madeCustomer(random, 'US')
  const { address } = made
  return [
    `C${100_000 + serial}`,
    made.firstName,
    made.middleName,
    made.lastName,
    made.businessName,
    made.email,
    made.phone?.number,
    address?.line1,
    address?.city,
    address?.postalCode,
    address?.country,
    made.type === 'personal' && random.chance(0.3) ? dayOf(random, 1940, 2005) : null,
    random.chance(0.3) ? `${random.pick(tags)}, ${random.pick(tags)}` : null,
    random.chance(0.2) ? random.pick(notes) : null,
    dayOf(random, 2012, 2024),
  ]
    .map(cell)
    .join(',')
}

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = (random: Random, from: number, to: number) =>
  `${random.between(from, to)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`

function cell(value: string | null | undefined): string {
  const text = value ?? ''
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
