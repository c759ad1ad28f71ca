import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CommandLine, ForOperator } from '../../ui/for-operator.tsx'

const command = 'npm run -s clientele -- password --email …'

/** Who to ask for a link to choose a password: there is none to be had without them. */
export function AskForLink({ text }: Readonly<{ text: string }>) {
  const { t } = useTranslation()
  return (
    <Text component="div" size="xs" c="dimmed" mt="lg" style={{ textWrap: 'pretty' }}>
      {text}
      <ForOperator label={t('common.forOperator')}>
        {t('auth.link.command')}
        <CommandLine>{command}</CommandLine>
      </ForOperator>
    </Text>
  )
}
