import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Banners } from './banners.tsx'
import type { createAppRouter } from './router.ts'
import { colorSchemeManager, cssVariables, theme } from './theme.ts'

type Props = Readonly<{ queryClient: QueryClient; router: ReturnType<typeof createAppRouter> }>

export function App({ queryClient, router }: Props) {
  const { t } = useTranslation()
  const localTheme = useMemo(() => mergeThemeOverrides(theme, { components: labels(t) }), [t])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={localTheme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
      >
        <Banners />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  )
}

/** Mantine's own buttons have no names for screen readers until they are given. */
function labels(t: TFunction) {
  const close = { closeButtonProps: { 'aria-label': t('common.close') } }
  const clear = { clearButtonProps: { 'aria-label': t('common.clear') } }
  return {
    Modal: { defaultProps: close },
    Drawer: { defaultProps: close },
    Notification: { defaultProps: close },
    Alert: { defaultProps: { closeButtonLabel: t('common.close') } },
    Select: { defaultProps: clear },
    MultiSelect: { defaultProps: clear },
    TagsInput: { defaultProps: clear },
    CloseButton: { defaultProps: { 'aria-label': t('common.close') } },
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('auth.password.toggle') } },
    },
  }
}
