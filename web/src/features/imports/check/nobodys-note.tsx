import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Preview } from '../imports.api.ts'
import { namesNobody } from './edits.ts'
import classes from './import-check.module.css'

/** Whoever has a column of names would wait for them to be found. */
export function NobodysNote({ preview }: Readonly<{ preview: Preview }>) {
  const { t } = useTranslation()
  if (!namesNobody(preview)) return null
  return (
    <Text size="sm" mb="sm" className={classes.doubt} role="note">
      {t(preview.rowsOf === 'orders' ? 'imports.columns.nobodysOrders' : 'imports.columns.nobodysReviews')}
    </Text>
  )
}
