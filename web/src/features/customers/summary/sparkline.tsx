import { pointsOf } from './spark-points.ts'
import classes from './summary.module.css'

const [WIDTH, HEIGHT] = [96, 28]

/** The shape of a series, nothing to read off: the figures stand beside it. */
export function Sparkline({ values }: Readonly<{ values: readonly number[] }>) {
  const points = pointsOf(values, WIDTH, HEIGHT)
  if (points === null) return null
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={points} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}
