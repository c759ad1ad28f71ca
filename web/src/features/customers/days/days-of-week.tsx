import { Text } from '@mantine/core'
import { IconCake, IconCalendarHeart } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { weekdayText, weekFrom } from '../../../kernel/calendar-words.ts'
import { seasonText, weekOf, yearsOn } from '../../../kernel/seasons.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { Panel } from '../../../ui/page.tsx'
import panelLinks from '../../../ui/panel-links.module.css'
import { type Celebrated, daysQuery } from './days.api.ts'
import classes from './days-of-week.module.css'

const SHOWN = 10

/** Birthdays and anniversaries of this week: today and the days to come first, then those that are over. */
export function DaysOfWeek({
  day: now,
  store,
}: Readonly<{ day: string; store: readonly string[] | undefined }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const { country } = useSession().merchant
  const week = weekOf(now, weekFrom(locale, country))
  const readings = useQueries({
    queries: (['birthday', 'anniversary'] as const).map((kind) => daysQuery(kind, week, now, store)),
  })
  const days = seasonText(week)
  const narrowed = store === undefined ? {} : { store }
  const found = readings.flatMap(({ data }) => data?.items ?? []).sort(nextFirst(now))
  const retry = () => readings.forEach((reading) => void reading.refetch())
  return (
    <Panel title={t('dashboard.days.title')}>
      {readings.some(({ isError }) => isError) ? (
        <LoadFailed text={t('dashboard.loadFailed')} onRetry={retry} />
      ) : readings.some(({ data }) => data === undefined) ? (
        <div className={classes.waiting} aria-busy />
      ) : found.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('dashboard.days.none')}
        </Text>
      ) : (
        <>
          {readings.some(({ data }) => data?.isTooMany) && (
            <Text c="dimmed" size="sm" mb={8}>
              {t('dashboard.days.onlyToday')}
            </Text>
          )}
          <ul className={classes.days}>
            {found.slice(0, SHOWN).map((one) => (
              <Row key={`${one.kind} ${one.id}`} one={one} now={now} />
            ))}
          </ul>
          <p className={panelLinks.links}>
            <LinkAnchor size="sm" to="/customers" search={{ ...narrowed, birthday: days }}>
              {t('dashboard.days.birthdays')}
            </LinkAnchor>
            <LinkAnchor size="sm" to="/customers" search={{ ...narrowed, anniversary: days }}>
              {t('dashboard.days.anniversaries')}
            </LinkAnchor>
          </p>
        </>
      )}
    </Panel>
  )
}

const nextFirst = (now: string) => (a: Celebrated, b: Celebrated) =>
  Number(a.day < now) - Number(b.day < now) || a.day.localeCompare(b.day) || a.name.localeCompare(b.name)

function Row({ one, now }: Readonly<{ one: Celebrated; now: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, name, type, photoUrl, kind, day, since } = one
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const Icon = kind === 'birthday' ? IconCake : IconCalendarHeart
  return (
    <li className={classes.day}>
      <Initials name={name} photoUrl={photoUrl} type={type} size={32} />
      <span className={classes.words}>
        <LinkAnchor fw={550} to="/customers/$customerId" params={{ customerId: id }} className={classes.name}>
          <bdi>{name}</bdi>
        </LinkAnchor>
        <span className={classes.kind}>
          <Icon size={15} stroke={1.75} aria-hidden />
          <Kind kind={kind} years={yearsOn(day, since)} />
        </span>
      </span>
      <time
        className={classes.when}
        dateTime={day}
        data-today={day === now || undefined}
        title={format.day(since)}
      >
        {day === now
          ? t('dashboard.days.today')
          : `${weekdayText(format.locale, weekday, 'short')} ${format.day(`--${day.slice(5)}`)}`}
      </time>
    </li>
  )
}

function Kind({ kind, years }: Readonly<{ kind: Celebrated['kind']; years: number | null }>) {
  const { t } = useTranslation()
  if (years === null || years < 1) return t(`dashboard.days.${kind}`)
  return t(kind === 'birthday' ? 'dashboard.days.turns' : 'dashboard.days.years', { count: years })
}
