// Which key was pressed and whether it may count. Pure, for the tests.

export type Press = Readonly<{
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}>

/** `mod+k`, `n`, `/`, `?`; null for a press that is no shortcut of ours. */
export function nameOf(press: Press): string | null {
  if (press.altKey) return null
  const key = latin(press)
  if (press.ctrlKey || press.metaKey) return press.shiftKey ? null : `mod+${key}`
  if (key.length === 1) return /[a-z]/.test(key) && press.shiftKey ? null : key
  return key
}

/** Greek, Cyrillic and the like send their own letters; the place of the key then decides. */
function latin({ key, code }: Press): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const isOther = key.length === 1 && key.charCodeAt(0) > 127
  return (isOther && letter ? letter : key).toLowerCase()
}

export type Sequence = Readonly<{ first: string; at: number }> | null
const patience = 1200

/** `g` then `c`: the name of the pair when the second came in time, else of the key alone. */
export function withSequence(sequence: Sequence, name: string, now: number): readonly string[] {
  const inTime = sequence !== null && now - sequence.at < patience
  return inTime ? [`${sequence.first} ${name}`] : [name]
}

/** Where a shortcut works: everywhere, on the page while nothing stands over it, or in the dialog it came with. */
export type Scope = 'anywhere' | 'page' | 'dialog'
/** What stands over the page; a question is one about what stands under it. */
export type Cover = 'dialog' | 'question' | null

/** A Save of what stands behind a dialog would be an answer to a question that was not asked. */
export const isCovered = (scope: Scope, cover: Cover): boolean =>
  scope !== 'anywhere' && cover !== null && !(scope === 'dialog' && cover === 'dialog')

type ElementLike = Readonly<{ closest(selector: string): unknown }>

const typing =
  'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="listbox"]'

export const isTyping = (target: ElementLike | null): boolean => target?.closest(typing) != null
