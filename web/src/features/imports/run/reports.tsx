import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Import, reportUrl } from '../imports.api.ts'
import { Reasons } from './reasons.tsx'
import classes from './run.module.css'

/** What is wrong with how many rows, and these as files that can be mended and dropped in again. */
export function Reports({ item }: Readonly<{ item: Import }>) {
  const { t, i18n } = useTranslation()
  const some = (['rejected', 'warnings'] as const).filter((report) => item[report] > 0)
  if (some.length === 0) return null
  return (
    <>
      <Reasons item={item} />
      <Group gap="xs" mt="md">
        {some.map((report) => (
          <Button
            key={report}
            component="a"
            href={reportUrl(item.id, report, i18n.language === 'es' ? 'es' : 'en')}
            download
            variant="default"
            classNames={{ root: classes.report, label: classes.reportName }}
            leftSection={<IconDownload size={17} aria-hidden />}
          >
            {t(`imports.reports.${report}`, { count: item[report] })}
          </Button>
        ))}
      </Group>
    </>
  )
}
