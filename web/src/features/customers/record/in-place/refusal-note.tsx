import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { errorText, fieldText, isApiError } from '../../../../api/problem.ts'
import classes from './in-place.module.css'

type Props = Readonly<{ error: Error; onAgain: () => void; onClose: () => void }>

/** Why a value stands as it was; what was typed is not lost. */
export function RefusalNote({ error, onAgain, onClose }: Props) {
  const { t } = useTranslation()
  const { fields = [], params } = isApiError(error) ? error.problem : {}
  const reasons = [...new Set(fields.map((fault) => fieldText(t, fault, params)))]
  const reason = reasons.length > 0 ? reasons.join(' · ') : errorText(t, error)
  return (
    <div className={classes.refusal} role="alert">
      <IconAlertCircle size={16} aria-hidden className={classes.refusalMark} />
      <div>
        {t('customerRecord.inPlace.refused', { reason })}
        <div className={classes.refusalActions}>
          <Button size="compact-xs" variant="default" onClick={onAgain}>
            {t('customerRecord.inPlace.again')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onClose}>
            {t('customerRecord.inPlace.discard')}
          </Button>
        </div>
      </div>
    </div>
  )
}
