import { IconArrowBackUp, IconTelescope, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEnterSample, useOwnMerchant } from '../../api/sample.ts'
import { useCan, useSession, useSwitchMerchant } from '../../api/session.ts'
import type { MenuEntry } from '../../ui/menu-entries.ts'
import { notifyError } from '../../ui/notify.tsx'
import { askBeforeEnd } from '../../ui/unsaved.ts'

/** To the sample business and out of it again. */
export function useSampleEntries(onRemove: () => void): readonly MenuEntry[] {
  const { t } = useTranslation()
  const { merchant, merchants } = useSession()
  const mayMake = useCan()('settings.write')
  const enter = useEnterSample()
  const change = useSwitchMerchant()
  const own = useOwnMerchant()
  const sample = merchants.find(({ isSample }) => isSample)
  const icon = <IconTelescope size={16} />
  if (!merchant.isSample) {
    if (sample === undefined && !mayMake) return []
    const go = () => void (sample === undefined ? enter() : change(sample.id)).catch(notifyError)
    return ['divider', { label: t('shell.sample.open'), icon, onClick: () => askBeforeEnd(go) }]
  }
  const back = own && {
    label: t('shell.sample.back', { name: own.name }),
    icon: <IconArrowBackUp size={16} />,
    onClick: () => askBeforeEnd(() => void change(own.id).catch(notifyError)),
  }
  const remove = { label: t('shell.sample.remove'), icon: <IconTrash size={16} />, onClick: onRemove }
  return ['divider', ...(back === null ? [] : [back]), ...(mayMake ? [remove] : [])]
}
