import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Import } from '../imports.api.ts'
import classes from './run.module.css'

const whats = ['customers', 'contacts', 'organizations', 'orders', 'tags', 'stores', 'attributes'] as const

/** “Made: 91 customers and 91 contact persons”: a row may bring more than itself, and several rows one order. */
export function MadeLine({ item: { made, dryRun } }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const some = whats.filter((what) => (made?.[what] ?? 0) > 0)
  if (made === null || some.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    some.map((what) => t(`imports.made.${what}`, { count: made[what] })),
  )
  return <p className={classes.made}>{t(dryRun ? 'imports.made.would' : 'imports.made.did', { list })}</p>
}
