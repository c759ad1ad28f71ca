import { ActionIcon } from '@mantine/core'
import { IconLayoutNavbarCollapse, IconLayoutNavbarExpand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ isShown: boolean; size: number; onChange: (isShown: boolean) => void }>

/** Hides what stands above the list, and brings it back. */
export function CardsButton({ isShown, size, onChange }: Props) {
  const { t } = useTranslation()
  const label = t(isShown ? 'customerList.hideCards' : 'customerList.showCards')
  const Icon = isShown ? IconLayoutNavbarCollapse : IconLayoutNavbarExpand
  return (
    <ActionIcon
      variant="default"
      size={size}
      aria-label={label}
      title={label}
      onClick={() => onChange(!isShown)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
