import { Button, Drawer, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FilterEditor } from './filter-editors.tsx'
import { useFilterText } from './filter-text.ts'
import { countFilters, type ListSearch, withoutFilters } from './list-search.ts'
import classes from './toolbar.module.css'
import { useFilterNames } from './use-filter-names.ts'

type Props = Readonly<{
  opened: boolean
  search: ListSearch
  countText: string | null
  onChange: (search: ListSearch) => void
  onClose: () => void
}>

/** All filters one under the other, and the way back to what they leave. */
export function OpenedDrawer({ opened, search, countText, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const text = useFilterText(search)
  const names = useFilterNames()
  // The words and the tab stay.
  const clear = () => {
    const { q, type } = search
    onChange({ ...withoutFilters(search), ...(q && { q }), ...(type && !names.includes('type') && { type }) })
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="85%"
      title={t('customerList.filters.title')}
    >
      <Stack gap="lg" pb={72}>
        {names.map((name) => (
          <section key={name} aria-label={text.label(name)}>
            <h3 className={classes.drawerTitle}>{text.label(name)}</h3>
            <FilterEditor name={name} search={search} onChange={onChange} />
          </section>
        ))}
      </Stack>
      <div className={classes.drawerFoot}>
        <Button variant="default" disabled={countFilters(search, names) === 0} onClick={clear}>
          {t('customerList.filters.clear')}
        </Button>
        <Button flex={1} onClick={onClose}>
          {countText ?? t('customerList.filters.show')}
        </Button>
      </div>
    </Drawer>
  )
}
