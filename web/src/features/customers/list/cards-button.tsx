import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ isShown: boolean; size: number; onChange: (isShown: boolean) => void }>

/** Hides what stands above the list, and brings it back. */
export function CardsButton({ isShown, size, onChange }: Props) {
  const { t } = useTranslation()
  const label = t(isShown ? 'customerList.hideCards' : 'customerList.showCards')
  return (
    <Button
      variant="default"
      w={size}
      h={size}
      p={0}
      aria-label={label}
      title={label}
      onClick={() => onChange(!isShown)}
    >
      <IconChevronDown size={18} stroke={1.75} aria-hidden style={{ rotate: isShown ? '180deg' : '0deg' }} />
    </Button>
  )
}
