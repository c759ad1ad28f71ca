import { Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../api/client.ts'
import { useCan } from '../../api/session.ts'
import type { Answer, Settings } from '../../api/types.ts'

const TYPING_MS = 400
const YEAR = 365

type Props = Readonly<{ rule: Settings['atRiskRule']; days: number; isChanged: boolean }>

/** What the rule means, and whom it would mark, before anybody saves it. */
export function AtRiskPreview({ rule, days, isChanged }: Props) {
  const { t } = useTranslation()
  const mayWrite = useCan()('settings.write')
  // Never at once with at risk: where that begins later than a year, twice as long.
  const lostAfter = days < YEAR ? YEAR : 2 * days
  return (
    <Stack gap={4} maw={620}>
      <Text size="sm">
        {t(`settings.business.atRiskPreview.${rule === 'rhythm' ? 'lostRhythm' : 'lostDays'}`, {
          days: lostAfter,
        })}
      </Text>
      {mayWrite && isChanged && <Marked rule={rule} days={days} />}
    </Stack>
  )
}

/** Asked only of a rule that is about to change, and once: it looks at every customer, so that no event has it asked anew. */
function Marked({ rule, days }: Omit<Props, 'isChanged'>) {
  const { t } = useTranslation()
  const [asked] = useDebouncedValue(`${rule} ${days}`, TYPING_MS)
  const [askedRule = rule, askedDays] = asked.split(' ')
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ['at-risk-preview', asked],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/customers/at-risk-preview', {
          signal,
          params: { query: { rule: askedRule as typeof rule, days: Number(askedDays) } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // What is marked now is another thing once a rule is saved.
    gcTime: 0,
  })
  const isOld = isPlaceholderData || asked !== `${rule} ${days}`
  if (isError) return <Text size="sm">{t('settings.business.atRiskPreview.failed')}</Text>
  return (
    <Text size="sm" fw={500} role="status">
      {isOld || data === undefined ? t('settings.business.atRiskPreview.counting') : <Counts of={data} />}
    </Text>
  )
}

type Preview = Answer<'/api/v1/customers/at-risk-preview', 'get'>

function Counts({ of }: Readonly<{ of: Preview }>) {
  const { t } = useTranslation()
  const { now, atRisk, lost } = of
  return `${t('settings.business.atRiskPreview.wouldMark', { atRisk, lost })} ${t('settings.business.atRiskPreview.now', now)}`
}
