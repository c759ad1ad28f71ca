import { IconStar, IconStarFilled, IconStarHalfFilled } from '@tabler/icons-react'
import type { Review } from './reviews.api.ts'
import classes from './reviews.module.css'
import { useScoreText } from './use-score-text.ts'

const places = [1, 2, 3, 4, 5] as const

/** To the half star; the words beside them are exact. */
export function Stars({ review }: Readonly<{ review: Pick<Review, 'score' | 'sentiment'> }>) {
  const text = useScoreText()
  const { score } = review
  return (
    <span className={classes.stars}>
      {score !== null &&
        places.map((place) => {
          const Star =
            score >= place - 0.25 ? IconStarFilled : score >= place - 0.75 ? IconStarHalfFilled : IconStar
          return <Star key={place} size={16} aria-hidden />
        })}
      <span className={classes.exact}>{text(review)}</span>
    </span>
  )
}
