import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list-toolbar.module.css'

type Props = Readonly<{
  /** How many filters are set. */
  set: number
  preload: () => void
  /** The drawer, whose code may still have to come. */
  children: (opened: boolean, close: () => void) => ReactNode
}>

/** The button on phones that opens all filters at once. */
export function FilterDrawer({ set, preload, children }: Props) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const [wanted, setWanted] = useState(false)
  const show = () => {
    setWanted(true)
    open()
  }
  return (
    <>
      <Button
        variant="default"
        px="sm"
        className={classes.drawerButton}
        aria-label={[t('lists.filters'), set || ''].join(' ').trim()}
        aria-haspopup="dialog"
        onPointerEnter={preload}
        onClick={show}
      >
        <IconAdjustmentsHorizontal size={19} aria-hidden />
        {set > 0 && (
          <span aria-hidden className={classes.drawerCount}>
            {set}
          </span>
        )}
      </Button>
      <Suspense>{wanted && children(opened, close)}</Suspense>
    </>
  )
}
