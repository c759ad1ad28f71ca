import { BadPhone, LentPhone, Tags } from './cells.tsx'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import { isBadPhone } from './row-reach.ts'
import { useRowPhone } from './use-row-phone.ts'

/** How to reach somebody, else their number; and the first tag. */
export function CardContact({ row }: Readonly<{ row: CustomerRow }>) {
  const phone = useRowPhone(row)
  const text = phone ? [phone.number, phone.extension].join(' ').trim() : (row.email ?? row.number)
  return (
    <span className={classes.line}>
      {text && (
        <span className={classes.contact} data-phone={phone === null ? undefined : true}>
          {text}
        </span>
      )}
      {row.phone && isBadPhone(row) && <BadPhone />}
      {!row.phone && phone !== null && <LentPhone />}
      {row.tags && row.tags.length > 0 && (
        <span className={classes.tags}>
          <Tags tags={row.tags} width={0} />
        </span>
      )}
    </span>
  )
}
