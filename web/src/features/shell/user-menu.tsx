import { Text, useMantineColorScheme } from '@mantine/core'
import {
  IconBuildingStore,
  IconDeviceDesktop,
  IconHelp,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession, useSignOut, useSwitchMerchant } from '../../api/session.ts'
import { chooseLanguage, currentLanguage, isLanguage, languages } from '../../locales/i18n.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Initials } from '../../ui/initials.tsx'
import type { MenuAction, MenuEntry } from '../../ui/menu-entries.ts'
import { notifyError } from '../../ui/notify.tsx'
import { askBeforeEnd } from '../../ui/unsaved.ts'
import classes from './shell.module.css'
import { useSampleEntries } from './use-sample-entries.tsx'

const schemes = [
  { value: 'light', icon: <IconSun size={16} /> },
  { value: 'dark', icon: <IconMoon size={16} /> },
  { value: 'auto', icon: <IconDeviceDesktop size={16} /> },
] as const

type Props = Readonly<{ onHelp: () => void; onRemoveSample: () => void }>

export function UserMenu({ onHelp, onRemoveSample }: Props) {
  const { t } = useTranslation()
  const { user } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const merchants = useMerchantEntries()
  const sample = useSampleEntries(onRemoveSample)
  const language = useLanguageEntry()
  const scheme = useSchemeEntry()
  const help: MenuAction = {
    label: t('shell.help'),
    icon: <IconHelp size={16} />,
    onClick: onHelp,
  }
  const password: MenuAction = {
    label: t('shell.user.password'),
    icon: <IconKey size={16} />,
    onClick: () => void navigate({ to: '/settings/account' }),
  }
  const leave: MenuAction = {
    label: t('shell.user.signOut'),
    icon: <IconLogout size={16} />,
    onClick: () => askBeforeEnd(() => void signOut().catch(notifyError), t('shell.user.signOut')),
  }
  return (
    <ActionMenu
      width={240}
      target={
        <button type="button" className={classes.user} aria-label={t('shell.user.menu', { name: user.name })}>
          <Initials name={user.name} size={32} />
        </button>
      }
      items={[
        { id: 'who', heading: <Who name={user.name} email={user.email} /> },
        ...merchants,
        ...sample,
        'divider',
        language,
        scheme,
        help,
        password,
        'divider',
        leave,
      ]}
    />
  )
}

function Who({ name, email }: Readonly<{ name: string; email: string | null }>) {
  return (
    <>
      <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
        {name}
      </Text>
      <Text size="xs" truncate>
        {email}
      </Text>
    </>
  )
}

/** Only who belongs to several businesses sees them here. */
function useMerchantEntries(): readonly MenuEntry[] {
  const { t } = useTranslation()
  const { merchant, merchants } = useSession()
  const change = useSwitchMerchant()
  const own = merchants.filter(({ isSample }) => !isSample)
  if (own.length < 2) return []
  const entries = own.map(({ id, name }) => ({
    label: name,
    icon: <IconBuildingStore size={16} />,
    checked: id === merchant.id,
    disabled: id === merchant.id,
    onClick: () => askBeforeEnd(() => void change(id).catch(notifyError)),
  }))
  return ['divider', { id: 'merchants', heading: t('shell.user.merchants') }, ...entries]
}

function useLanguageEntry(): MenuEntry {
  const { t } = useTranslation()
  const items = Object.entries(languages).map(([code, label]) => ({
    label,
    lang: code,
    checked: code === currentLanguage(),
    onClick: () => {
      if (isLanguage(code)) void chooseLanguage(code)
    },
  }))
  return { label: t('shell.user.language'), icon: <IconLanguage size={16} />, items }
}

function useSchemeEntry(): MenuEntry {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const items = schemes.map(({ value, icon }) => ({
    label: t(`shell.user.${value}`),
    icon,
    checked: value === colorScheme,
    onClick: () => setColorScheme(value),
  }))
  return { label: t('shell.user.colorScheme'), icon: <IconSun size={16} />, items }
}
