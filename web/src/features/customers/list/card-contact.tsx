import { usePhoneFormat } from '../../../ui/format-context.tsx'
import { BadPhone, LentPhone, Tags } from './cells.tsx'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import { isBadPhone, shownPhone } from './row-reach.ts'

/** How to reach somebody, else their number; and the first tag. */
export function CardContact({ row }: Readonly<{ row: CustomerRow }>) {
  const phone = usePhoneFormat()
  const number = shownPhone(row)
  const text = number === null ? (row.email ?? row.number) : phone(number)
  return (
    <span className={classes.line}>
      {text && (
        <span className={classes.contact} data-phone={number === null ? undefined : true}>
          {text}
        </span>
      )}
      {row.phone && isBadPhone(row) && <BadPhone />}
      {!row.phone && number !== null && <LentPhone />}
      {row.tags && row.tags.length > 0 && (
        <span className={classes.tags}>
          <Tags tags={row.tags} width={0} />
        </span>
      )}
    </span>
  )
}
