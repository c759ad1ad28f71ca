// Of a list of choices those that fit what is typed, the likeliest first.

type Choice = Readonly<{ value: string; label: string }>

export function ranked<C extends Choice>(choices: readonly C[], typed: string): C[] {
  const words = plain(typed)
  if (words === '') return [...choices]
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, words) }))
    .filter(({ rank }) => rank < none)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}

/** What is meant by what was typed: null by nothing, where that can be chosen; undefined leaves what was chosen before. */
export function settled(
  choices: readonly Choice[],
  typed: string,
  clearable: boolean,
): string | null | undefined {
  if (typed.trim() === '') return clearable ? null : undefined
  return ranked(choices, typed)[0]?.value
}

const none = 4

function rankOf({ value, label }: Choice, words: string): number {
  const name = plain(label)
  if (name === words || value.toLowerCase() === words) return 0
  if (name.startsWith(words)) return 1
  const at = name.indexOf(words)
  if (at < 0) return none
  return /[\p{L}\d]/u.test(name[at - 1] ?? '') ? 3 : 2
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
