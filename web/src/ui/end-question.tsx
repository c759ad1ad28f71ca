import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ending, endAnswered, endingAsked, watchEnding } from './unsaved.ts'
import { useReturnFocus } from './use-return-focus.ts'

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((m) => ({ default: m.ConfirmDialog })))

/** Asks what `askBeforeEnd` has to ask; once on every page. */
export function EndQuestion() {
  const ending = useSyncExternalStore(watchEnding, endingAsked)
  return <Suspense>{ending !== null && <Question {...ending} />}</Suspense>
}

function Question({ question, verb, act }: Ending) {
  const { t } = useTranslation()
  useReturnFocus()
  return (
    <ConfirmDialog
      opened
      danger
      title={question.title}
      text={question.text}
      confirm={verb}
      cancel={t('common.stay')}
      onConfirm={() => {
        endAnswered()
        act()
      }}
      onCancel={endAnswered}
    />
  )
}
