import classes from './summary.module.css'

const [WIDTH, HEIGHT] = [96, 28]

/** The shape of a series, nothing to read off: the figures stand beside it. */
export function Sparkline({ values }: Readonly<{ values: readonly number[] }>) {
  if (values.length < 2) return null
  const most = Math.max(...values, 0)
  const least = Math.min(...values, 0)
  const range = most - least || 1
  const points = values.map((value, i) => {
    const x = (i / (values.length - 1)) * WIDTH
    const y = HEIGHT - 2 - ((value - least) / range) * (HEIGHT - 4)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}
