import type { TFunction } from 'i18next'
import type { ImportKind } from '../imports.api.ts'

type Of = Readonly<{ kind: ImportKind; attributes: readonly Readonly<{ key: string; label: string }>[] }>

/** The name of the field that a column goes to: the same word as on the record, where the record has one. */
export function targetText(t: TFunction, path: string, { kind, attributes }: Of): string {
  if (kind !== 'customers') return said(t, `importFields.${kind}.${underscored(path)}`) ?? path
  const own = /^attributes\.(.+)$/.exec(path)?.[1]
  if (own !== undefined) return attributes.find(({ key }) => key === own)?.label ?? own
  return said(t, `imports.targets.${underscored(path)}`) ?? ofFamily(t, path) ?? ofRecord(t, path)
}

const underscored = (path: string) => path.replaceAll('.', '_')

const ofRecord = (t: TFunction, path: string): string => said(t, `customerFields.${path}`) ?? path

/** “Billing address: city”, “Mobile phone”, “Email 2: kind” */
function ofFamily(t: TFunction, path: string): string | null {
  const [head = '', second = '', third = ''] = path.split('.')
  const last = path.split('.').at(-1) ?? ''
  if (head === 'address') return said(t, `imports.targets.places.${second}`)
  if (head === 'addresses' && third !== '') {
    const place = said(t, `imports.targets.places.${third}`) ?? third
    const which = said(t, `imports.targets.addressKinds.${second}`)
    return t('imports.targets.ofAddress', { which: which ?? second, place })
  }
  if (head === 'phones' && third === '') return phoneKind(t, second)
  if (head === 'phones' || head === 'emails')
    return t(`imports.targets.${head}Group_${last === 'kind' ? 'kind' : 'value'}`, { number: second })
  if (head === 'consent') return consent(t, second, third)
  if (head === 'billing') return said(t, `customerFields.parts.${second}`)
  if (head === 'externalIds' && second !== '')
    return t('imports.targets.idIn', { source: path.slice(head.length + 1) })
  return null
}

function phoneKind(t: TFunction, kind: string): string | null {
  const name = said(t, `customerFields.phoneKinds.${kind}`)
  return name === null ? null : t('imports.targets.phoneOf', { kind: name })
}

function consent(t: TFunction, channel: string, part: string): string | null {
  const name = said(t, `customerFields.channels.${channel}`)
  if (name === null) return null
  const known = part === 'optOut' || part === 'at' || part === 'source' ? part : 'state'
  return t(`imports.targets.consents.${known}`, { channel: name })
}

/** Paths come from the server, so their keys cannot be checked by the compiler. */
function said(t: TFunction, key: string): string | null {
  const text: unknown = t(key as never, { defaultValue: '' } as never)
  return typeof text === 'string' && text !== '' ? text : null
}
