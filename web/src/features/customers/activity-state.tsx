// How a customer orders, in words: the state, and the reason that the server gives as a code with its numbers.
import { useTranslation } from 'react-i18next'
import { Mark } from '../../ui/mark.tsx'
import type { Customer } from './customers.api.ts'

type Activity = Customer['activity']

/** “Usually every 14 days, now 31”; null of who never ordered. */
export function useActivityReason(): (activity: Activity) => string | null {
  const { t } = useTranslation()
  return ({ reason }) => {
    if (reason === null) return null
    const days = Number(reason.params.days)
    if (reason.code === 'activity.rhythm' && days > 0) {
      return t('customerFields.activityReasons.rhythm', { count: Number(reason.params.usual), days })
    }
    const what = reason.code === 'activity.firstOrder' ? 'firstOrder' : 'lastOrder'
    if (days <= 0) return t(`customerFields.activityReasons.${what}Today`)
    return t(`customerFields.activityReasons.${what}`, { count: days })
  }
}

const looks = {
  new: { tone: 'blue' },
  active: { tone: 'teal' },
  atRisk: { tone: 'yellow', shape: 'diamond' },
  lost: { tone: 'red', shape: 'square' },
  none: { tone: 'dimmed', shape: 'ring' },
} as const

/** The state as a word with a mark, the reason on pointing. */
export function ActivityState({ activity }: Readonly<{ activity: Activity }>) {
  const { t } = useTranslation()
  const reason = useActivityReason()(activity)
  return (
    <Mark {...looks[activity.state]} title={reason ?? undefined}>
      {t(`customerFields.activityStates.${activity.state}`)}
    </Mark>
  )
}
