import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuilding, IconHelp, IconPlus, IconSearch, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/session.ts'
import { loadTexts } from '../../locales/i18n.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { EndQuestion } from '../../ui/end-question.tsx'
import { Keys } from '../../ui/keys.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { askBeforeEnd } from '../../ui/unsaved.ts'
import { SampleMark } from './sample-mark.tsx'
import classes from './shell.module.css'
import { TypedAhead } from './typed-ahead.tsx'
import { UserMenu } from './user-menu.tsx'

// No part of the first screen: the palette comes when the mouse or the keyboard is on the way to it, or once the page has
// long been at rest.
const loadPalette = () => import('./command-palette.tsx').then((m) => ({ default: m.CommandPalette }))
const preloadPalette = () => void loadPalette().catch(() => undefined)
const restBeforePalette = 10_000
const CommandPalette = lazy(loadPalette)
const HelpPanel = lazy(() =>
  Promise.all([import('./help-panel.tsx'), loadTexts('help')]).then(([m]) => ({ default: m.HelpPanel })),
)
const RemoveSample = lazy(() => import('./remove-sample.tsx').then((m) => ({ default: m.RemoveSample })))

export function TopBar() {
  const { t } = useTranslation()
  const { isSample } = useSession().merchant
  const [paletteOpened, palette] = useDisclosure()
  const [helpOpened, help] = useDisclosure()
  const [removing, removal] = useDisclosure()
  const remove = () => askBeforeEnd(removal.open)
  useFrameShortcuts(palette.open, help.open)
  const typed = useRef<string | null>('')
  useEffect(() => {
    const timer = setTimeout(preloadPalette, restBeforePalette)
    return () => clearTimeout(timer)
  }, [])

  return (
    <header className={classes.head}>
      {isSample && <SampleMark onRemove={remove} />}
      <div className={classes.top}>
        <button
          type="button"
          className={classes.search}
          onClick={palette.open}
          onPointerEnter={preloadPalette}
          onFocus={preloadPalette}
          aria-haspopup="dialog"
        >
          <IconSearch size={17} stroke={1.75} aria-hidden />
          <span className={classes.searchText}>{t('shell.search')}</span>
          <span className={classes.searchText} data-short>
            {t('shell.shortcuts.search')}
          </span>
          <span className={classes.keys} aria-hidden>
            <Keys keys="mod+k" />
          </span>
        </button>
        <span className={classes.spring} />
        <NewMenu />
        <button
          type="button"
          className={classes.help}
          aria-haspopup="dialog"
          aria-label={t('shell.help')}
          title={t('shell.help')}
          onClick={help.open}
        >
          <IconHelp size={22} stroke={1.6} aria-hidden />
        </button>
        <UserMenu onHelp={help.open} onRemoveSample={remove} />
        {paletteOpened && <TypedAhead into={typed} onClose={palette.close} />}
        <Suspense>
          {paletteOpened && <CommandPalette typed={typed} onClose={palette.close} onHelp={help.open} />}
        </Suspense>
        <EndQuestion />
        <Suspense>
          {helpOpened && <HelpPanel onClose={help.close} />}
          {removing && <RemoveSample onClose={removal.close} />}
        </Suspense>
      </div>
    </header>
  )
}

function useFrameShortcuts(openPalette: () => void, openHelp: () => void): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const anywhere = { scope: 'anywhere' } as const
  useShortcut('mod+k', t('shell.shortcuts.openPalette'), openPalette, anywhere)
  useShortcut('/', t('shell.shortcuts.search'), openPalette, anywhere)
  useShortcut('g d', t('shell.shortcuts.goDashboard'), () => void navigate({ to: '/dashboard' }), anywhere)
  useShortcut('g c', t('shell.shortcuts.goCustomers'), () => void navigate({ to: '/customers' }), anywhere)
  useShortcut('g o', t('shell.shortcuts.goOrders'), () => void navigate({ to: '/orders' }), {
    ...anywhere,
    enabled: can('orders.read'),
  })
  useShortcut('g s', t('shell.shortcuts.goSettings'), () => void navigate({ to: '/settings' }), anywhere)
  useShortcut('n', t('shell.shortcuts.newCustomer'), () => void navigate({ to: '/customers/new' }), {
    ...anywhere,
    enabled: can('customers.write'),
  })
  useShortcut('?', t('shell.shortcuts.help'), openHelp, anywhere)
}

function NewMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (!useCan()('customers.write')) return null
  const open = (type: 'personal' | 'business') => () =>
    void navigate({ to: '/customers/new', search: { type } })
  return (
    <ActionMenu
      width={180}
      target={
        <Button leftSection={<IconPlus size={17} />} px="sm">
          {t('shell.new')}
        </Button>
      }
      items={[
        { label: t('shell.newPerson'), icon: <IconUser size={16} />, onClick: open('personal') },
        { label: t('shell.newBusiness'), icon: <IconBuilding size={16} />, onClick: open('business') },
      ]}
    />
  )
}
