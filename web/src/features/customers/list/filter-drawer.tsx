import { Button, Drawer, Indicator, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FilterEditor } from './filter-editors.tsx'
import { useFilterText } from './filter-text.ts'
import { countFilters, filterNames, type ListSearch, withoutFilters } from './list-search.ts'
import classes from './toolbar.module.css'

type Props = Readonly<{
  search: ListSearch
  onChange: (search: ListSearch) => void
  /** “24 customers”, at the button that goes back to them. */
  countText: string | null
}>

export function FilterDrawer({ search, onChange, countText }: Props) {
  const { t } = useTranslation()
  const text = useFilterText(search)
  const [opened, { open, close }] = useDisclosure()
  const set = countFilters(search)
  const clear = () => onChange({ ...withoutFilters(search), ...(search.q ? { q: search.q } : {}) })
  return (
    <>
      <Indicator label={set} size={18} disabled={set === 0} offset={4}>
        <Button
          variant="default"
          px="sm"
          aria-label={t('customerList.filters.button')}
          aria-haspopup="dialog"
          onClick={open}
        >
          <IconAdjustmentsHorizontal size={19} aria-hidden />
        </Button>
      </Indicator>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="85%"
        title={t('customerList.filters.title')}
      >
        <Stack gap="lg" pb={72}>
          {filterNames.map((name) => (
            <section key={name} aria-label={text.label(name)}>
              <h3 className={classes.drawerTitle}>{text.label(name)}</h3>
              <FilterEditor name={name} search={search} onChange={onChange} />
            </section>
          ))}
        </Stack>
        <div className={classes.drawerFoot}>
          <Button variant="default" disabled={set === 0} onClick={clear}>
            {t('customerList.filters.clear')}
          </Button>
          <Button flex={1} onClick={close}>
            {countText ?? t('customerList.filters.show')}
          </Button>
        </div>
      </Drawer>
    </>
  )
}
