import { Input, SegmentedControl, Text } from '@mantine/core'
import { useId } from 'react'

type Props<T extends string> = Readonly<{
  label: string
  value: T
  values: readonly T[]
  textOf: (value: T) => string
  /** What the chosen one means. */
  help?: string
  onChange: (value: T) => void
}>

/** One of a few, side by side. */
export function ChoiceRow<T extends string>({ label, value, values, textOf, help, onChange }: Props<T>) {
  const id = useId()
  return (
    <div>
      <Input.Label id={id} component="div" mb={6}>
        {label}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={value}
        data={values.map((one) => ({ value: one, label: textOf(one) }))}
        onChange={(next) => onChange(next as T)}
      />
      {help !== undefined && (
        <Text size="xs" c="dimmed" mt={6} role="status">
          {help}
        </Text>
      )}
    </div>
  )
}
