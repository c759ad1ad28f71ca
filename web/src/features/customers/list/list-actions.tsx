import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import { CardsButton } from './cards-button.tsx'
import { preloadExport } from './on-demand.ts'

type Props = Readonly<{
  isPhone: boolean
  /** Null for who may not see them. */
  cards: Readonly<{ isShown: boolean; onChange: (isShown: boolean) => void }> | null
  chooser: ReactNode
  onExport: () => void
}>

/** What can be done with the list as a whole. */
export function ListActions({ isPhone, cards, chooser, onExport }: Props) {
  return (
    <>
      {cards !== null && <CardsButton size={isPhone ? 44 : 36} {...cards} />}
      {!isPhone && <ImportLink />}
      <ExportButton isSmall={isPhone} onClick={onExport} />
      {!isPhone && chooser}
    </>
  )
}

/** On phones the bar at the bottom leads there. */
function ImportLink() {
  const { t } = useTranslation()
  if (!useCan()('customers.import')) return null
  return (
    <LinkButton
      to="/imports"
      variant="default"
      px="sm"
      leftSection={<IconFileImport size={17} aria-hidden />}
    >
      {t('customerList.import')}
    </LinkButton>
  )
}

function ExportButton({ isSmall = false, onClick }: Readonly<{ isSmall?: boolean; onClick: () => void }>) {
  const { t } = useTranslation()
  if (!useCan()('customers.export')) return null
  const shared = { onClick, onPointerEnter: preloadExport, onFocus: preloadExport }
  const icon = <IconFileExport size={isSmall ? 20 : 17} aria-hidden />
  if (isSmall) {
    return (
      <Button variant="default" w={44} h={44} p={0} aria-label={t('customerList.export')} {...shared}>
        {icon}
      </Button>
    )
  }
  return (
    <Button variant="default" px="sm" leftSection={icon} {...shared}>
      {t('customerList.export')}
    </Button>
  )
}
