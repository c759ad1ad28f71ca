import { Button } from '@mantine/core'
import { IconFileImport, IconListDetails, IconTelescope, IconUserPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/problem.ts'
import { useEnterSample } from '../../api/sample.ts'
import { useCan, useSession } from '../../api/session.ts'
import { FormError } from '../../ui/form-error.tsx'
import { LinkButton } from '../../ui/link.tsx'
import classes from './doors.module.css'

const icon = { size: 26, stroke: 1.5 } as const

/** Ways to begin, while there are no customers; the last leads to the empty list, or to the first customer. */
export function Doors({ last }: Readonly<{ last: 'list' | 'customer' }>) {
  const { t } = useTranslation()
  const can = useCan()
  const { isSample } = useSession().merchant
  return (
    <ul className={classes.doors}>
      {can('customers.import') && (
        <Door
          icon={<IconFileImport {...icon} />}
          title={t('start.import.title')}
          text={t('start.import.text')}
          action={
            <LinkButton to="/imports" fullWidth>
              {t('start.import.action')}
            </LinkButton>
          }
        />
      )}
      {can('settings.write') && !isSample && <SampleDoor />}
      {last === 'list' && (
        <Door
          icon={<IconListDetails {...icon} />}
          title={t('start.empty.title')}
          text={t('start.empty.text')}
          action={
            <LinkButton to="/customers" variant="default" fullWidth>
              {t('start.empty.action')}
            </LinkButton>
          }
        />
      )}
      {last === 'customer' && can('customers.write') && (
        <Door
          icon={<IconUserPlus {...icon} />}
          title={t('start.customer.title')}
          text={t('start.customer.text')}
          action={
            <LinkButton to="/customers/new" variant="default" fullWidth>
              {t('start.customer.action')}
            </LinkButton>
          }
        />
      )}
    </ul>
  )
}

function SampleDoor() {
  const { t } = useTranslation()
  const enter = useMutation({ mutationFn: useEnterSample() })
  return (
    <Door
      icon={<IconTelescope {...icon} />}
      title={t('start.sample.title')}
      text={t('start.sample.text')}
      action={
        <>
          <FormError message={enter.isError ? errorText(t, enter.error) : null} />
          {/* Until the new page is there, also after the answer. */}
          <Button
            variant="default"
            fullWidth
            loading={enter.isPending || enter.isSuccess}
            onClick={() => enter.mutate()}
          >
            {t('start.sample.action')}
          </Button>
        </>
      }
    />
  )
}

type DoorProps = Readonly<{ icon: ReactNode; title: string; text: string; action: ReactNode }>

function Door({ icon, title, text, action }: DoorProps) {
  return (
    <li className={classes.door}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      <div className={classes.action}>{action}</div>
    </li>
  )
}
