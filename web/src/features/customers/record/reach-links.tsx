import { Anchor } from '@mantine/core'
import { usePhoneFormat } from '../../../ui/format-context.tsx'
import classes from './record.module.css'

/** Phone and email of somebody in a list. */
export function ReachLinks({ email, phone }: Readonly<{ email?: string | null; phone: string | null }>) {
  const format = usePhoneFormat()
  return (
    <div className={classes.reach}>
      {phone !== null &&
        (phone.startsWith('+') ? (
          <Anchor size="sm" href={`tel:${phone}`}>
            {format(phone)}
          </Anchor>
        ) : (
          <span>{phone}</span>
        ))}
      {email && (
        <Anchor size="sm" href={`mailto:${encodeURI(email)}`}>
          {email}
        </Anchor>
      )}
    </div>
  )
}
