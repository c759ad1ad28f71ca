import type { Money as MoneyValue } from '../kernel/format.ts'
import classes from './figures.module.css'
import { useFormat, usePhoneFormat } from './format-context.tsx'

export function Money({ value }: Readonly<{ value: MoneyValue }>) {
  return <span className={classes.figure}>{useFormat().money(value)}</span>
}

/** A day without a zone, such as a birthday; `--11-12` is one whose year is not known. */
export function DayText({ day }: Readonly<{ day: string }>) {
  return <span className={classes.figure}>{useFormat().day(day)}</span>
}

export function PhoneText({ number, valid = true }: Readonly<{ number: string; valid?: boolean }>) {
  const phone = usePhoneFormat()
  return (
    <span className={classes.figure} data-invalid={!valid || undefined}>
      {phone(number)}
    </span>
  )
}
