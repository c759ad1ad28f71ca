import { Button, Drawer, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from './filter-chips.tsx'
import classes from './list-toolbar.module.css'

type Props<Name extends string> = Readonly<{
  opened: boolean
  filters: readonly Filter<Name>[]
  /** On the button that goes back to the rows: “24 customers”. */
  showText: string
  editor: (name: Name) => ReactNode
  onClear: () => void
  onClose: () => void
}>

/** All filters one under the other, and the way back to what they leave. */
export function FilterSheet<Name extends string>(props: Props<Name>) {
  const { opened, filters, showText, editor, onClear, onClose } = props
  const { t } = useTranslation()
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="85%" title={t('lists.filters')}>
      <Stack gap="lg" pb={72}>
        {filters.map(({ name, label }) => (
          <section key={name} aria-label={label}>
            <h3 className={classes.drawerTitle}>{label}</h3>
            {editor(name)}
          </section>
        ))}
      </Stack>
      <div className={classes.drawerFoot}>
        <Button variant="default" disabled={filters.every(({ value }) => value === null)} onClick={onClear}>
          {t('lists.clearFilters')}
        </Button>
        <Button flex={1} onClick={onClose}>
          {showText}
        </Button>
      </div>
    </Drawer>
  )
}
