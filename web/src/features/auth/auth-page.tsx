import { Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, currentLanguage, isLanguage } from '../../locales/i18n.ts'
import { Logo } from '../../ui/logo.tsx'
import { LanguageSelect } from '../../ui/place-select.tsx'
import classes from './auth-page.module.css'

type Props = Readonly<{
  title: string
  intro?: string
  wide?: boolean
  withLanguage?: boolean
  children: ReactNode
}>

/** The frame of the screens before sign-in. */
export function AuthPage({ title, intro, wide = false, withLanguage = true, children }: Props) {
  const { t } = useTranslation()
  useDocumentTitle(`${title} · Clientele`)
  return (
    <div className={classes.page}>
      <main className={classes.card} data-wide={wide || undefined}>
        <Group gap="xs" mb="lg">
          <Logo size={28} />
          <Text fw={600} size="lg">
            {t('shell.appName')}
          </Text>
        </Group>
        <Title order={1} mb={intro === undefined ? 'md' : 4}>
          {title}
        </Title>
        {intro !== undefined && (
          <Text c="dimmed" mb="lg" size="sm">
            {intro}
          </Text>
        )}
        {children}
      </main>
      {withLanguage && (
        <footer className={classes.footer}>
          <LanguageSelect
            size="xs"
            w={132}
            aria-label={t('shell.user.language')}
            value={currentLanguage()}
            onChange={(value) => {
              if (isLanguage(value)) void chooseLanguage(value)
            }}
          />
        </footer>
      )}
    </div>
  )
}
