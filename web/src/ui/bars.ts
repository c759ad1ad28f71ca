// Where the bars of a chart stand: a scale of round numbers that has zero in it. Pure.

export type Scale = Readonly<{
  /** From the lowest to the highest. */
  ticks: readonly number[]
  /** How far up a value is, of 100. */
  at: (value: number) => number
}>

const most = 4

/** Values are integers, and so are the ticks: an amount has no half of its smallest unit. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return { ticks: [0], at: () => 0 }
  const step = roundStep((high - low) / most)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
  const span = (last - first) * step
  return { ticks, at: (value) => ((value - first * step) / span) * 100 }
}

function roundStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  const factor = [1, 2, 2.5, 5].find((one) => one * ten >= least && Number.isInteger(one * ten)) ?? 10
  return factor * ten
}

/** Every which label is shown, so that so many are at most. */
export const labelStep = (count: number, room: number): number => Math.max(1, Math.ceil(count / room))
