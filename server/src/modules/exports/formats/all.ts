import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { vcard } from './vcard.ts'
import { xlsx } from './xlsx.ts'

export const formats = { csv, xlsx, json, vcf: vcard } as const satisfies Readonly<Record<string, Format>>
export type FormatName = keyof typeof formats
