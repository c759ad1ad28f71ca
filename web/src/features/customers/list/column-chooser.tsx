import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomAttribute } from '../customers.api.ts'
import type { ColumnId } from './columns.ts'
import { OpenedColumns, preloadColumns } from './on-demand.ts'
import { PopoverButton } from './popover-button.tsx'

type Props = Readonly<{
  columns: readonly ColumnId[]
  attributes: readonly CustomAttribute[]
  onChange: (columns: readonly ColumnId[]) => void
}>

export function ColumnChooser(props: Props) {
  const { t } = useTranslation()
  const target = (
    <Button variant="default" px="sm" leftSection={<IconColumns3 size={17} aria-hidden />}>
      {t('customerList.chooser.button')}
    </Button>
  )
  return (
    <PopoverButton target={target} preload={preloadColumns}>
      {(button) => <OpenedColumns target={button} {...props} />}
    </PopoverButton>
  )
}
