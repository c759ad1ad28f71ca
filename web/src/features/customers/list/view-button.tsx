import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PopoverButton } from '../../../ui/popover-button.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import type { ListTab } from './list-search.ts'
import { OpenedView, preloadView } from './on-demand.ts'
import type { TableView } from './table-view.ts'

type Props = Readonly<{
  tab: ListTab
  view: TableView
  attributes: readonly CustomAttribute[]
  onChange: (view: TableView) => void
}>

/** How the table looks: row height, columns. */
export function ViewButton(props: Props) {
  const { t } = useTranslation()
  const target = (
    <Button variant="default" px="sm" leftSection={<IconColumns3 size={17} aria-hidden />}>
      {t('customerList.chooser.button')}
    </Button>
  )
  return (
    <PopoverButton target={target} preload={preloadView}>
      {(button) => <OpenedView target={button} {...props} />}
    </PopoverButton>
  )
}
