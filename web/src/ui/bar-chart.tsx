import { useState } from 'react'
import classes from './bar-chart.module.css'
import { labelStep, scaleOf } from './bars.ts'

export type Bar = Readonly<{
  id: string
  value: number
  /** Below the bar. */
  label: string
  /** What the bar stands for, in full. */
  name: string
  /** What is shown of it on hover and in focus: names and figures. */
  facts: readonly (readonly [string, string])[]
}>

type Props = Readonly<{
  label: string
  bars: readonly Bar[]
  /** For so many labels at 360 px. */
  room: number
  tickText: (value: number) => string
}>

/**
 * Bars of a series, from left to right. One stop for the keyboard: as in a slider the arrows go from bar to bar, and a
 * screen reader says the figures of each. Who prefers it reads the table beside it.
 */
export function BarChart({ label, bars, room, tickText }: Props) {
  const { active, isShown, ...reach } = useActive(bars)
  const { ticks, at } = scaleOf(bars.map(({ value }) => value))
  const shown = isShown ? bars[active] : undefined
  return (
    <div className={classes.chart}>
      <div className={classes.axis} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} className={classes.tickText} style={{ bottom: `${at(tick)}%` }}>
            {tickText(tick)}
          </span>
        ))}
      </div>
      <div className={classes.plot}>
        {ticks.map((tick) => (
          <div
            key={tick}
            className={classes.tick}
            data-zero={tick === 0 || undefined}
            style={{ bottom: `${at(tick)}%` }}
          />
        ))}
        <div
          className={classes.bars}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={1}
          aria-valuemax={bars.length}
          aria-valuenow={active + 1}
          aria-valuetext={spoken(bars[active])}
          {...reach}
        >
          {bars.map((bar, i) => (
            <Column key={bar.id} from={at(0)} to={at(bar.value)} isActive={isShown && i === active} />
          ))}
        </div>
        {shown !== undefined && (
          <div className={classes.hint} aria-hidden style={besides((active + 0.5) / bars.length)}>
            <strong>{shown.name}</strong>
            {shown.facts.map(([name, figure]) => (
              <div key={name} className={classes.fact}>
                <span>{name}</span>
                <span>{figure}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <Labels bars={bars} room={room} />
    </div>
  )
}

/** At the bar, and never over the edge: at the left end it hangs to the right, at the right end to the left. */
const besides = (at: number) => ({ left: `${at * 100}%`, translate: `${at * -100}% 0` })

const spoken = (bar: Bar | undefined): string =>
  bar === undefined ? '' : `${bar.name}: ${bar.facts.map((fact) => fact.join(' ')).join(', ')}`

function Column({ from, to, isActive }: Readonly<{ from: number; to: number; isActive: boolean }>) {
  const [low, high] = from < to ? [from, to] : [to, from]
  return (
    <div className={classes.column} data-active={isActive || undefined}>
      <div
        className={classes.bar}
        data-below={to < from || undefined}
        style={{ bottom: `${low}%`, height: `${high - low}%` }}
      />
    </div>
  )
}

function Labels({ bars, room }: Pick<Props, 'bars' | 'room'>) {
  const step = labelStep(bars.length, room)
  return (
    <div className={classes.labels} aria-hidden>
      {bars.map(({ id, label }, i) => (
        <span key={id} className={classes.label}>
          {i % step === 0 && <span>{label}</span>}
        </span>
      ))}
    </div>
  )
}

/** The bar that is pointed at, or stepped to; it is shown while somebody points or has the focus here. */
function useActive(bars: readonly Bar[]) {
  const [chosen, setChosen] = useState(bars.length - 1)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const last = bars.length - 1
  const active = Math.min(Math.max(chosen, 0), last)
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: active - 1,
    ArrowDown: active - 1,
    ArrowRight: active + 1,
    ArrowUp: active + 1,
    Home: 0,
    End: last,
  }
  const point = ({ currentTarget, clientX }: React.PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    setChosen(Math.min(last, Math.max(0, Math.floor(((clientX - left) / width) * bars.length))))
    setPointed(true)
  }
  return {
    active,
    isShown: isPointed || isFocused,
    onPointerMove: point,
    onPointerDown: point,
    onPointerLeave: () => setPointed(false),
    // Clicked on, it is pointed at; the focus alone would leave its figures standing there.
    onFocus: ({ currentTarget }: React.FocusEvent) => setFocused(currentTarget.matches(':focus-visible')),
    onBlur: () => setFocused(false),
    onKeyDown: (event: React.KeyboardEvent) => {
      const next = steps[event.key]
      if (event.key === 'Escape') {
        setFocused(false)
        setPointed(false)
      }
      if (next === undefined) return
      event.preventDefault()
      setChosen(Math.min(last, Math.max(0, next)))
      setFocused(true)
    },
  }
}
