// Every field that a column can go to, in the groups in which they are offered. Pure; names come from the locales.
import type { ImportField } from '../imports.api.ts'

export type Targets = readonly Readonly<{ group: string; paths: readonly string[] }>[]

/** With the merchant's own fields, and with what the file's columns already go to but nobody is offered otherwise. */
export function allTargets(
  fields: readonly Pick<ImportField, 'group' | 'path'>[],
  attributeKeys: readonly string[],
  used: readonly (string | null)[],
): Targets {
  const own = attributeKeys.map((key) => `attributes.${key}`)
  const offered = new Set([...fields.map(({ path }) => path), ...own])
  const others = [...new Set(used)].filter((path): path is string => path !== null && !offered.has(path))
  const groups = [...new Set(fields.map(({ group }) => group))]
  return [
    { group: 'others', paths: others },
    ...groups.map((group) => ({
      group,
      paths: fields.filter((field) => field.group === group).map(({ path }) => path),
    })),
    { group: 'own', paths: own },
  ].filter(({ paths }) => paths.length > 0)
}
