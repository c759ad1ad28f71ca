import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countFilters, type ListSearch } from './list-search.ts'
import { OpenedDrawer, preloadDrawer } from './on-demand.ts'
import classes from './toolbar.module.css'
import { useFilterNames } from './use-filter-names.ts'

type Props = Readonly<{
  search: ListSearch
  onChange: (search: ListSearch) => void
  /** “24 customers”, at the button that goes back to them. */
  countText: string | null
}>

export function FilterDrawer({ search, onChange, countText }: Props) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const [wanted, setWanted] = useState(false)
  const set = countFilters(search, useFilterNames())
  const show = () => {
    setWanted(true)
    open()
  }
  return (
    <>
      <Button
        variant="default"
        px="sm"
        className={classes.drawerButton}
        aria-label={[t('customerList.filters.button'), set || ''].join(' ').trim()}
        aria-haspopup="dialog"
        onPointerEnter={preloadDrawer}
        onClick={show}
      >
        <IconAdjustmentsHorizontal size={19} aria-hidden />
        {set > 0 && (
          <span aria-hidden className={classes.drawerCount}>
            {set}
          </span>
        )}
      </Button>
      <Suspense>
        {wanted && (
          <OpenedDrawer
            opened={opened}
            search={search}
            countText={countText}
            onChange={onChange}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}
