import { Alert, Button, Group, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { useCan } from '../../../api/session.ts'
import { FormError } from '../../../ui/form-error.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { NameText } from '../../../ui/name-text.tsx'
import { Panel } from '../../../ui/page.tsx'
import { usePageAction } from '../../../ui/page-actions.ts'
import { useSourceText } from '../../../ui/source-names.ts'
import type { Order } from '../orders.api.ts'
import type { PickCustomer, Picked } from '../pick-customer.ts'
import { NamedBySource } from './named-by-source.tsx'
import classes from './order-page.module.css'
import { useAssign } from './use-assign.ts'

type Props = Readonly<{ order: Order; pickCustomer: PickCustomer }>

const assignIcon = <IconUserPlus size={19} stroke={1.6} />

/** Whose order it is: as its source said, or as somebody chose here, which stays. */
export function OrderCustomer({ order, pickCustomer }: Props) {
  const { t } = useTranslation()
  const mayAssign = useCan()('orders.write')
  const [choosing, setChoosing] = useState(false)
  const assign = useAssign(order)
  const { customer } = order
  const source = useSourceText([order.source])(order.source)
  const button = useFocusAfter(choosing)
  const label = t(customer === null ? 'orders.assign.assign' : 'orders.assign.change')
  usePageAction(
    { label: t('orders.assign.assign'), icon: assignIcon, run: () => setChoosing(true) },
    mayAssign,
  )
  const to = (picked: Picked | null) => {
    setChoosing(false)
    assign.to(picked)
  }
  return (
    <Panel title={t('orders.assign.title')}>
      <Whose order={order} />
      {choosing && (
        <div className={classes.picker} ref={focusField}>
          <Text size="xs" c="dimmed" mb={6}>
            {t('orders.assign.help', { source })}
          </Text>
          {pickCustomer({
            label: t('orders.assign.assign'),
            placeholder: t('orders.assign.hint'),
            without: customer === null ? [] : [customer.id],
            onPick: to,
          })}
        </div>
      )}
      <Refused assign={assign} />
      {mayAssign && (
        <Group gap="xs" mt="sm" className={classes.button}>
          {choosing ? (
            <Button variant="default" size="xs" onClick={() => setChoosing(false)}>
              {t('common.cancel')}
            </Button>
          ) : (
            <Button
              ref={button}
              variant={customer === null ? 'filled' : 'default'}
              size="xs"
              loading={assign.isPending}
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setChoosing(true)}
            >
              {label}
            </Button>
          )}
          {customer !== null && !choosing && (
            <Button
              variant="default"
              size="xs"
              disabled={assign.isPending}
              aria-label={t('orders.assign.removeNamed', { name: customer.name })}
              onClick={() => to(null)}
            >
              {t('orders.assign.remove')}
            </Button>
          )}
        </Group>
      )}
    </Panel>
  )
}

function Whose({ order }: Readonly<{ order: Order }>) {
  const { t } = useTranslation()
  const { customer, organization, customerPinned, customerReference } = order
  const source = useSourceText([order.source])(order.source)
  return (
    <>
      {customer === null ? (
        <b>{t('orders.walkIn')}</b>
      ) : (
        <LinkAnchor fw={550} to="/customers/$customerId" params={{ customerId: customer.id }}>
          <NameText name={customer.name} />
        </LinkAnchor>
      )}
      {customer?.number != null && (
        <span className={classes.about}>{t('orders.page.customerNumber', { number: customer.number })}</span>
      )}
      {organization !== null && (
        <div>
          <LinkAnchor size="sm" to="/customers/$customerId" params={{ customerId: organization.id }}>
            <bdi>{organization.name}</bdi>
          </LinkAnchor>
        </div>
      )}
      {customer === null && customerReference !== null && (
        <NamedBySource reference={customerReference} source={order.source} />
      )}
      {(customerPinned || customer === null) && (
        <Text size="xs" c="dimmed" mt={6}>
          {!customerPinned
            ? t('orders.assign.guest')
            : t(customer === null ? 'orders.assign.keptGuest' : 'orders.assign.kept', { source })}
        </Text>
      )}
    </>
  )
}

/** Why it could not be done; after a conflict the same can be asked for again, of the order as it is now. */
function Refused({ assign }: Readonly<{ assign: ReturnType<typeof useAssign> }>) {
  const { t } = useTranslation()
  const { error, wanted } = assign
  if (error === null || wanted === undefined) return null
  if (!assign.isConflict) return <FormError message={errorText(t, error)} />
  return (
    <Alert color="orange" variant="light" role="alert" mt="sm" p="sm">
      {t('orders.assign.conflict')}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => assign.to(wanted.customer)}>
          {wanted.customer === null
            ? t('orders.assign.removeAgain')
            : t('orders.assign.assignAgain', { name: wanted.customer.name })}
        </Button>
        <Button size="xs" variant="default" onClick={assign.leave}>
          {t('orders.assign.leave')}
        </Button>
      </Group>
    </Alert>
  )
}

const focusField = (place: HTMLElement | null) => place?.querySelector('input')?.focus()

/** Who closes the field stands at the button that opened it. */
function useFocusAfter(choosing: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const was = useRef(choosing)
  useEffect(() => {
    if (was.current && !choosing) button.current?.focus()
    was.current = choosing
  }, [choosing])
  return button
}
