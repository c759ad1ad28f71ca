import { Input, Tooltip } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { colorNames, shadesOf } from '../kernel/palette.ts'
import classes from './color-picker.module.css'

type Props = Readonly<{ label: string; value?: string; onChange?: (color: string) => void }>

/** One of the named colours; real radio buttons, so that arrows and screen readers work as they know it. */
export function ColorPicker({ label, value, onChange }: Props) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={classes.group}>
      <Input.Label component="legend" className={classes.legend}>
        {label}
      </Input.Label>
      <div className={classes.colors}>
        {colorNames.map((color) => (
          <Tooltip key={color} label={t(`tags.colors.${color}`)}>
            <input
              type="radio"
              name={name}
              className={classes.color}
              style={{ background: shadesOf(color).light.dot }}
              aria-label={t(`tags.colors.${color}`)}
              checked={value === color}
              onChange={() => onChange?.(color)}
            />
          </Tooltip>
        ))}
      </div>
    </fieldset>
  )
}
