import { Anchor } from '@mantine/core'
import { callTo, isCallable, mailTo } from '../../../kernel/reach.ts'
import { usePhoneFormat } from '../../../ui/format-context.tsx'
import classes from './people.module.css'

/** Phone and email of somebody in a list. */
export function ReachLinks({ email, phone }: Readonly<{ email?: string | null; phone: string | null }>) {
  const format = usePhoneFormat()
  return (
    <div className={classes.reach}>
      {phone !== null &&
        (isCallable(phone) ? (
          <Anchor size="sm" href={callTo(phone)}>
            {format(phone)}
          </Anchor>
        ) : (
          <span>{phone}</span>
        ))}
      {email && (
        <Anchor size="sm" href={mailTo(email)}>
          {email}
        </Anchor>
      )}
    </div>
  )
}
