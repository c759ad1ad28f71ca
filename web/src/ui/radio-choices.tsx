import { Radio, Stack } from '@mantine/core'

type Props = Readonly<{
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}>

/** One of a few, for a filter; the first takes the focus when it opens. */
export function RadioChoices({ label, value, options, onChange }: Props) {
  return (
    <Radio.Group aria-label={label} value={value} onChange={onChange}>
      <Stack gap={4}>
        {options.map(([id, text], n) => (
          <Radio key={id} value={id} label={text} size="sm" py={5} data-autofocus={n === 0 || undefined} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
