/** What was made before the first refusal, which is told with what it was about; the rest is not tried. */
export type Made = Readonly<{
  made: readonly string[]
  refused: Readonly<{ name: string; error: unknown }> | null
}>

export async function inTurn(
  names: readonly string[],
  make: (name: string) => Promise<unknown>,
): Promise<Made> {
  const made: string[] = []
  for (const name of names) {
    try {
      await make(name)
    } catch (error) {
      return { made, refused: { name, error } }
    }
    made.push(name)
  }
  return { made, refused: null }
}
