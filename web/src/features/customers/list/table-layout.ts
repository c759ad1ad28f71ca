// How wide the columns are, how high the rows, and how many tags fit into one. Pure.
import { type ColumnId, shapeOf } from './columns.ts'

export const rowHeights = { comfortable: 44, compact: 36 } as const
export const boxWidth = 44
export const moreWidth = 48
/** What a caret takes of the name's room. */
const caretWidth = 24
export const leastWidth = 64
export const mostWidth = 640

export type Layout = Readonly<{ widths: readonly number[]; moreWidth: number }>

/**
 * A column has the width somebody gave it, else its least one; what is left over goes to those that grow, in their
 * proportion. Where none grows it stands behind the last, so that the lines reach the edge.
 */
export function layOut(
  columns: readonly ColumnId[],
  available: number,
  chosen: Readonly<Partial<Record<ColumnId, number>>> = {},
  hasCarets = false,
): Layout {
  const shapes = columns.map((id) => {
    const width = chosen[id]
    if (width !== undefined) return { width, grow: 0 }
    const shape = shapeOf(id)
    return hasCarets && id === 'name' ? { ...shape, width: shape.width + caretWidth } : shape
  })
  const least = sum(shapes.map(({ width }) => width)) + boxWidth + moreWidth
  const parts = sum(shapes.map(({ grow }) => grow))
  const rest = Math.max(0, available - least)
  const share = parts === 0 ? 0 : rest / parts
  const widths = shapes.map(({ width, grow }) => Math.floor(width + grow * share))
  return { widths, moreWidth: Math.max(moreWidth, Math.floor(available) - boxWidth - sum(widths)) }
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
