/** What `act` makes of each, in their order; so many are under way at a time. */
export async function* ahead<T, R>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underway: Promise<R>[] = []
  for (const item of items) {
    if (underway.length === atOnce) yield (await underway.shift()) as R
    const begun = act(item)
    // Its failure comes out in its turn.
    begun.catch(() => undefined)
    underway.push(begun)
  }
  for (const begun of underway) yield await begun
}
