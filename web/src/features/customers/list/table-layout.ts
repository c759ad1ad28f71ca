// How wide the columns are and how many tags fit into one. Pure.
import { type ColumnId, shapeOf } from './columns.ts'

export const rowHeight = 44
export const headHeight = 40
export const boxWidth = 44
export const moreWidth = 48

/** Every column gets its least width; what is left over goes to those that grow, in their proportion. */
export function columnWidths(columns: readonly ColumnId[], available: number): readonly number[] {
  const shapes = columns.map(shapeOf)
  const least = shapes.reduce((sum, { width }) => sum + width, boxWidth + moreWidth)
  const parts = shapes.reduce((sum, { grow }) => sum + grow, 0)
  const rest = Math.max(0, available - least)
  const share = parts === 0 ? 0 : rest / parts
  const widths = shapes.map(({ width, grow }) => Math.floor(width + grow * share))
  // What was rounded off goes to the first, so that the lines reach the edge.
  const lost = parts === 0 ? 0 : Math.floor(least + rest - boxWidth - moreWidth) - sum(widths)
  return widths.map((width, n) => (n === 0 ? width + lost : width))
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

const letter = 6.8
const badgePadding = 16
const gap = 4
const moreBadge = 30

/** As many tags as fit side by side, at least one; the others become “+2”. Measured by letters, which is near enough. */
export function fittingTags<T extends Readonly<{ name: string }>>(tags: readonly T[], width: number): number {
  let used = 0
  for (const [index, { name }] of tags.entries()) {
    const needed = [...name].length * letter + badgePadding + (index > 0 ? gap : 0)
    const isLast = index === tags.length - 1
    if (index > 0 && used + needed + (isLast ? 0 : gap + moreBadge) > width) return index
    used += needed
  }
  return tags.length
}
