/** What a cell does to the row, by the path of its column. A path that is not here does not exist. */
import { withoutInvisible } from '../../../kernel/text.ts'
import { setAttribute } from './attribute-cells.ts'
import { isPlaceholder } from './cells/text.rules.ts'
import { ownSetter } from './own-cells.ts'
import { contactSetters, setEmailGroup, setPhoneGroup } from './set-contacts.ts'
import { setAddress, setAddressOf } from './set-places.ts'
import { setBillingFlag, setConsent, setConsentDetail, setOptOut, termSetters } from './set-terms.ts'
import { setExternalId, textSetters } from './set-texts.ts'
import type { Setter } from './setter.ts'
import { readCard } from './vcard-row.ts'

/** Null when there is no such path. In our own export some paths are written otherwise. */
export function setterOf(path: string, own: boolean): Setter | null {
  const found = (own ? ownSetter(path) : null) ?? setters[path]
  return found ?? families.find(([pattern]) => pattern.test(path))?.[1] ?? ownSetter(path)
}

export const isPath = (path: string) => setterOf(path, false) !== null

/** Whether placeholders are judged by the setter itself, since words like "Null" may be a name. */
export const judgesPlaceholders = (path: string) => /name$|^organization$/i.test(path)

/** What is in a cell; null when nothing is: it is empty, invisible or, unless it is to be taken as it is, a placeholder. */
export function filledCell(text: string, asIs: boolean, nulls: ReadonlySet<string>): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || (nulls.size > 0 && nulls.has(trimmed)) || !isVisible(trimmed)) return null
  return asIs || !isPlaceholder(trimmed) ? text : null
}

/** Something of it can be seen; almost always the first letter. */
function isVisible(trimmed: string): boolean {
  const first = trimmed.charCodeAt(0)
  return (first > 32 && first < 127) || withoutInvisible(trimmed) !== ''
}

const setters: Readonly<Record<string, Setter>> = {
  ...textSetters,
  ...contactSetters,
  ...termSetters,
  vcard: readCard,
}

const PLACE =
  '(?:label|line1|line2|city|state|postalCode|country|countryText|gateCode|houseNumber|formatted|poBox)'

const families: readonly (readonly [RegExp, Setter])[] = [
  [
    new RegExp(`^address\\.${PLACE}$`),
    (draft, text, column) =>
      setAddress(draft, text, column, { which: 'default', part: column.path.slice(8) }),
  ],
  [new RegExp(`^addresses\\.(?:billing|delivery|home|work|other|\\d{1,2})\\.${PLACE}$`), setAddressOf],
  [/^phones\.\d{1,2}\.(?:number|kind)$/, setPhoneGroup],
  [/^emails\.\d{1,2}\.(?:value|kind)$/, setEmailGroup],
  [/^consent\.(?:email|sms|call)(?:\.state)?$/, setConsent],
  [/^consent\.(?:email|sms|call)\.optOut$/, setOptOut],
  [/^consent\.(?:email|sms|call)\.(?:at|source)$/, setConsentDetail],
  [/^billing\.(?:onAccount|onHold|requirePurchaseOrder|noMinimumOrder|noDeliveryCharge)$/, setBillingFlag],
  [
    /^externalIds\..+$/,
    (draft, text, column) => setExternalId(draft, text, column, column.path.slice('externalIds.'.length)),
  ],
  [/^attributes\..+$/, setAttribute],
]
