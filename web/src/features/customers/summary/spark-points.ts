/** From edge to edge, two pixels off the top and the bottom; null where there is no shape: one value, or nothing but zeros. Pure. */
export function pointsOf(values: readonly number[], width: number, height: number): string | null {
  if (values.length < 2 || values.every((value) => value === 0)) return null
  const most = Math.max(...values, 0)
  const least = Math.min(...values, 0)
  const points = values.map((value, i) => {
    const x = (i / (values.length - 1)) * width
    const y = height - 2 - ((value - least) / (most - least)) * (height - 4)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return points.join(' ')
}
