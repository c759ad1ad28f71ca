// A stream of bytes as lines, none of which may take the memory of all.

export type Line = {
  /** From 1, blank ones counted as well. */
  readonly no: number
  /** Null when it is longer than a line may be. */
  readonly text: string | null
}

const NEW_LINE = 10

/** Blank lines are left out. */
export async function* linesOf(source: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Line> {
  let no = 0
  let held: Buffer[] = []
  let size = 0
  const take = (piece: Buffer) => {
    size += piece.length
    if (size <= mostBytes) held.push(piece)
    else held = []
  }
  const finish = (): Line | null => {
    no++
    const line = { no, text: size > mostBytes ? null : Buffer.concat(held).toString('utf8').trim() }
    held = []
    size = 0
    return line.text === '' ? null : line
  }
  for await (const chunk of source) {
    let from = 0
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      const line = finish()
      if (line !== null) yield line
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  const last = size > 0 ? finish() : null
  if (last !== null) yield last
}
