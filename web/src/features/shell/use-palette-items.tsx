import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconAddressBook,
  IconBuilding,
  IconBuildingStore,
  IconFileExport,
  IconFileImport,
  IconHelp,
  IconLanguage,
  IconLayoutDashboard,
  IconList,
  IconLogout,
  IconMessageStar,
  IconMoon,
  IconPlus,
  IconReceipt,
  IconSettings,
  IconSun,
  IconTag,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../api/client.ts'
import { useCan, useSession, useSignOut } from '../../api/session.ts'
import { chooseLanguage, currentLanguage, isLanguage, languages } from '../../locales/i18n.ts'
import { usePhoneFormat } from '../../ui/format-context.tsx'
import { Initials } from '../../ui/initials.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { usePageActions } from '../../ui/page-actions.ts'
import { askBeforeEnd } from '../../ui/unsaved.ts'
import { matchesWords } from './palette-items.ts'
import type { PaletteItem } from './palette-option.tsx'

const fields = 'displayName,email,phone,type,number,photoUrl'
const icon = { size: 19, stroke: 1.6 } as const

/** The first hits for what was typed; the hits before stay in view until the new ones are there. */
export function useCustomerItems(q: string) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const phone = usePhoneFormat()
  const mayCreate = useCan()('customers.write')
  const hits = useQuery({
    queryKey: ['customers', 'palette', q],
    queryFn: ({ signal }) =>
      send(api.GET('/api/v1/customers', { signal, params: { query: { q, limit: 8, fields } } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const found = q === '' ? [] : (hits.data?.items ?? [])
  const isNothing = q !== '' && !hits.isPlaceholderData && hits.isSuccess && found.length === 0
  const customers = found.map((customer): PaletteItem => {
    // The fields that were asked for are there; the document calls each optional.
    const { id = '', displayName = '', type = 'personal', photoUrl = null, email } = customer
    return {
      id,
      group: 'customers',
      label: phone(displayName),
      detail: [customer.phone ? phone(customer.phone) : null, email, customer.number]
        .filter(Boolean)
        .slice(0, 2)
        .join(' · '),
      icon: <Initials name={displayName} photoUrl={photoUrl} type={type} size={28} />,
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
    }
  })
  const more: PaletteItem = {
    id: 'all-matches',
    group: 'customers',
    label: t('shell.palette.allMatches', { query: q }),
    icon: <IconList {...icon} />,
    run: () => void navigate({ to: '/customers', search: { q } }),
  }
  const create: PaletteItem = {
    id: 'create',
    group: 'customers',
    label: t('shell.palette.create', { query: q }),
    icon: <IconPlus {...icon} />,
    run: () => void navigate({ to: '/customers/new', search: { type: 'personal', name: q } }),
  }
  const tail = found.length > 0 ? [more] : isNothing && mayCreate ? [create] : []
  return {
    items: [...customers, ...tail],
    isNothing,
    isSearching: q !== '' && hits.isFetching,
    failed: q !== '' && hits.isError,
  }
}

/** Pages and actions whose words begin with what was typed. */
export function useFixedItems(query: string, onHelp: () => void): readonly PaletteItem[] {
  return [...useHere(), ...usePages(), ...useActions(onHelp)].filter((item) =>
    matchesWords(`${item.label} ${item.also ?? ''}`, query),
  )
}

/** What the page in view has to offer. */
function useHere(): readonly PaletteItem[] {
  return usePageActions().map((action) => ({ id: `here ${action.label}`, group: 'here', ...action }))
}

function usePages(): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const lists = useLists()
  const orders = ['/orders', t('shell.nav.orders'), <IconReceipt key="i" {...icon} />] as const
  const imports = ['/imports', t('shell.nav.imports'), <IconFileImport key="i" {...icon} />] as const
  const exports = ['/exports', t('shell.nav.exports'), <IconFileExport key="i" {...icon} />] as const
  const reviews = ['/reviews', t('shell.nav.reviews'), <IconMessageStar key="i" {...icon} />] as const
  const seesReviews = useSession().merchant.showReviews && can('orders.read')
  const pages = [
    ['/dashboard', t('shell.nav.dashboard'), <IconLayoutDashboard key="i" {...icon} />],
    ['/customers', t('shell.nav.customers'), <IconUsers key="i" {...icon} />],
    ...(can('orders.read') ? [orders] : []),
    ...(seesReviews ? [reviews] : []),
    ...(can('customers.import') ? [imports] : []),
    ...(can('customers.export') ? [exports] : []),
    [
      '/settings/business',
      `${t('shell.nav.settings')}: ${t('shell.settingsTabs.business')}`,
      <IconSettings key="i" {...icon} />,
    ],
    [
      '/settings/tags',
      `${t('shell.nav.settings')}: ${t('shell.settingsTabs.tags')}`,
      <IconTag key="i" {...icon} />,
    ],
    [
      '/settings/stores',
      `${t('shell.nav.settings')}: ${t('shell.settingsTabs.stores')}`,
      <IconBuildingStore key="i" {...icon} />,
    ],
    [
      '/settings/account',
      `${t('shell.nav.settings')}: ${t('shell.settingsTabs.account')}`,
      <IconUserCircle key="i" {...icon} />,
    ],
  ] as const
  return pages.flatMap(([to, label, mark]) => {
    const page: PaletteItem = { id: to, group: 'pages', label, icon: mark, run: () => void navigate({ to }) }
    return to === '/customers' ? [page, ...lists] : [page]
  })
}

/** The lists beside that of all customers, where the set-up tells them apart. */
function useLists(): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const also = useOrganizationsWords()
  const { setup, organizationWord } = useSession().merchant
  if (setup === 'flat') return []
  const open = (type: 'business' | 'personal') => () => void navigate({ to: '/customers', search: { type } })
  return [
    {
      id: 'organizations',
      group: 'pages',
      label: organizationWord?.plural ?? t('customerFields.organizations'),
      also,
      icon: <IconBuilding {...icon} />,
      run: open('business'),
    },
    {
      id: 'contacts',
      group: 'pages',
      label: t('customerList.tabs.contacts'),
      icon: <IconAddressBook {...icon} />,
      run: open('personal'),
    },
  ]
}

/** What the merchant calls them and what everybody does, one and many: somebody new knows only one of these. */
function useOrganizationsWords(): string {
  const { t } = useTranslation()
  const own = useSession().merchant.organizationWord
  const usual = [t('customerFields.organization'), t('customerFields.organizations')]
  return [own?.singular, own?.plural, ...usual].filter(Boolean).join(' ')
}

function useActions(onHelp: () => void): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const also = useOrganizationsWords()
  const mayCreate = useCan()('customers.write')
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme() === 'dark'
  const action = (id: string, label: string, mark: PaletteItem['icon'], run: () => void): PaletteItem => {
    return { id, group: 'actions', label, icon: mark, run }
  }
  const create = (type: 'personal' | 'business') => () =>
    void navigate({ to: '/customers/new', search: { type } })
  const others = Object.keys(languages)
    .filter(isLanguage)
    .filter((code) => code !== currentLanguage())
  return [
    ...(mayCreate
      ? [
          action('new-person', t('shell.newPerson'), <IconPlus {...icon} />, create('personal')),
          {
            ...action('new-business', t('shell.newBusiness'), <IconPlus {...icon} />, create('business')),
            also,
          },
        ]
      : []),
    action(
      'scheme',
      t(isDark ? 'shell.palette.lightScheme' : 'shell.palette.darkScheme'),
      isDark ? <IconSun {...icon} /> : <IconMoon {...icon} />,
      () => setColorScheme(isDark ? 'light' : 'dark'),
    ),
    ...others.map((code) =>
      action(
        code,
        t('shell.palette.language', { language: languages[code] }),
        <IconLanguage {...icon} />,
        () => {
          void chooseLanguage(code)
        },
      ),
    ),
    action('help', t('shell.help'), <IconHelp {...icon} />, onHelp),
    action('sign-out', t('shell.user.signOut'), <IconLogout {...icon} />, () =>
      askBeforeEnd(() => void signOut().catch(notifyError), t('shell.user.signOut')),
    ),
  ]
}
