/** By the name that was made up for each. Two files of one name are told apart by it, as on the screens. */
export function fileNames(
  all: readonly { readonly source: string; readonly fileName: string }[],
): ReadonlyMap<string, string> {
  const isShared = (fileName: string) => all.filter((one) => one.fileName === fileName).length > 1
  return new Map(
    all.map(({ source, fileName }) => [source, isShared(fileName) ? `${fileName} (${source})` : fileName]),
  )
}
