import { IconTelescope } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOwnMerchant } from '../../api/sample.ts'
import { useCan, useSwitchMerchant } from '../../api/session.ts'
import { notifyError } from '../../ui/notify.tsx'
import { askBeforeEnd } from '../../ui/unsaved.ts'
import classes from './sample-mark.module.css'

/** Above every screen of the sample business, so that nobody takes it for real. */
export function SampleMark({ onRemove }: Readonly<{ onRemove: () => void }>) {
  const { t } = useTranslation()
  const own = useOwnMerchant()
  const change = useSwitchMerchant()
  const mayRemove = useCan()('settings.write')
  return (
    <section className={classes.strip} aria-label={t('shell.sample.mark')}>
      <IconTelescope size={17} stroke={1.75} aria-hidden />
      <span className={classes.words}>
        <strong>{t('shell.sample.mark')}:</strong> {t('shell.sample.text')}
      </span>
      {own !== null && (
        <button
          type="button"
          className={classes.action}
          onClick={() => askBeforeEnd(() => void change(own.id).catch(notifyError))}
        >
          {t('shell.sample.back', { name: own.name })}
        </button>
      )}
      {mayRemove && (
        <button
          type="button"
          className={classes.action}
          data-second
          aria-haspopup="dialog"
          onClick={onRemove}
        >
          {t('shell.sample.remove')}
        </button>
      )}
    </section>
  )
}
