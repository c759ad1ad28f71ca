import { Button, CloseButton, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../../../ui/selection-bar.module.css'

type Props = Readonly<{
  /** Null: all that match. */
  count: number | null
  isBusy: boolean
  onSelectAll: () => void
  onClear: () => void
  onAssign: () => void
}>

/** Slides in with the first order of nobody that is selected. */
export function GuestsBar({ count, isBusy, onSelectAll, onClear, onAssign }: Props) {
  const { t } = useTranslation()
  return (
    <section className={classes.bar} aria-label={t('orders.selection.label')}>
      <div className={classes.count}>
        <CloseButton aria-label={t('customerList.selection.clear')} onClick={onClear} />
        <Text span size="sm" fw={550} role="status" className={classes.figure}>
          {count === null ? t('orders.selection.all') : t('orders.selection.count', { count })}
        </Text>
        {count !== null && (
          <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
            {t('orders.selection.selectAll')}
          </Button>
        )}
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconUserPlus size={17} aria-hidden />}
          disabled={isBusy}
          onClick={onAssign}
        >
          <span className={classes.words}>{t('orders.selection.assign')}</span>
        </Button>
      </div>
    </section>
  )
}
