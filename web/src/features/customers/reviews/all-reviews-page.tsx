import { SegmentedControl } from '@mantine/core'
import { IconMessageStar } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Asking } from './review-item.tsx'
import { ReviewPages } from './review-pages.tsx'
import { allReviewPages, type ShownReviews, shownReviews } from './reviews.api.ts'
import classes from './reviews.module.css'
import { useQuestion } from './use-question.tsx'

type Props = Readonly<{
  /** Left out: all of them. */
  shown: ShownReviews | undefined
  onShow: (shown: ShownReviews | undefined) => void
}>

/** What everybody said, the newest first; one of nobody whom one knows can be given to its customer. */
export function AllReviewsPage({ shown, onShow }: Props) {
  const { t } = useTranslation()
  const { heading, ask, layer } = useQuestion()
  return (
    <>
      <PageHeader
        title={t('customerReviews.title')}
        titleRef={heading}
        description={t(`customerReviews.${shown === 'nobodys' ? 'nobodys' : 'everybodys'}.text`)}
      />
      <SegmentedControl
        aria-label={t('customerReviews.which')}
        data={(['all', ...shownReviews] as const).map((value) => ({
          value,
          label: t(`customerReviews.everybodys.${value}`),
        }))}
        value={shown ?? 'all'}
        onChange={(value) => onShow(shownReviews.find((one) => one === value))}
        className={classes.which}
        mb="md"
      />
      <Shown shown={shown} onAsk={ask} />
      {layer}
    </>
  )
}

const empty = { all: 'everybodys', negative: 'noBad', nobodys: 'nobodys' } as const

function Shown({ shown, onAsk }: Pick<Props, 'shown'> & Readonly<{ onAsk: (asking: Asking) => void }>) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(allReviewPages(shown))
  const texts = empty[shown ?? 'all']
  const nothing = (
    <NothingYet
      icon={<IconMessageStar size={26} stroke={1.5} />}
      title={t(`customerReviews.${texts}.emptyTitle`)}
      text={t(`customerReviews.${texts}.emptyText`)}
    />
  )
  return <ReviewPages pages={pages} customerId={null} onAsk={onAsk} nothing={nothing} />
}
