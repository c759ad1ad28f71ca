import { lazy, Suspense } from 'react'
import { loadTexts } from '../../../locales/i18n.ts'
import type { SendReceiptProps } from './send-receipt-form.tsx'

const Opened = lazy(async () => {
  const [module] = await Promise.all([import('./send-receipt-form.tsx'), loadTexts('outbox')])
  return { default: module.SendReceiptForm }
})

/** Asks where the receipt goes and sends it there. Brings its texts along; rendered only while it is open. */
export const SendReceiptDialog = (props: SendReceiptProps) => (
  <Suspense fallback={null}>
    <Opened {...props} />
  </Suspense>
)
