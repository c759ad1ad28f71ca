import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export type CaretProps = Readonly<{
  className: string | undefined
  tabIndex?: number
  name: string
  isOpen: boolean
  onClick: () => void
}>

/** Opens a row of the list, and closes it again. */
export function Caret({ className, tabIndex, name, isOpen, onClick }: CaretProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={className}
      tabIndex={tabIndex}
      aria-expanded={isOpen}
      aria-label={t('customerList.row.contactsOf', { name })}
      onClick={onClick}
    >
      <IconChevronRight size={18} stroke={1.75} aria-hidden />
    </button>
  )
}
