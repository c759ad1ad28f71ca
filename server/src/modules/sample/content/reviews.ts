// What some guests said after their visits: most of them content, in the languages that they speak.
import { randomOf } from '../../../kernel/random.ts'
import type { OrderLine } from '../../orders/index.ts'
import type { IncomingReview } from '../../reviews/index.ts'
import type { Say } from './shop.ts'

const HOUR = 3_600_000
/** Until they are written. */
const MOST_HOURS = 20
/** One of so many visits is written about. */
const ONE_IN = 6

type Words = readonly [score: number, text: string | null, response?: string]

/** In turns; the same words may be said of two visits. */
const wordsOf = (say: Say): readonly Words[] => [
  [5, say('The chowder alone is worth the trip.', 'Solo por la sopa ya merece el viaje.')],
  [4, say('Good as ever. A little loud on Fridays.', 'Tan bueno como siempre. Los viernes, algo ruidoso.')],
  [5, null],
  [5, 'Le meilleur homard de la ville, et un accueil charmant.'],
  [
    2,
    say('Forty minutes for two salads.', 'Cuarenta minutos para dos ensaladas.'),
    say(
      'We are sorry: the kitchen was short of hands that evening. Your next salads are on us.',
      'Lo sentimos: esa noche faltaban manos en la cocina. Las próximas ensaladas corren de nuestra cuenta.',
    ),
  ],
  [4, 'Sehr freundlich, faire Preise. Der Blaubeerkuchen!'],
  [5, say('They remembered our anniversary.', 'Se acordaron de nuestro aniversario.')],
  [3, say('Fine, nothing more. The risotto was lukewarm.', 'Correcto, sin más. El risotto llegó tibio.')],
  [5, say('Warm bread, warm welcome.', 'Pan caliente y buena acogida.')],
  [4, null],
  [1, say('Wrong dish, and nobody to tell.', 'Plato equivocado y nadie a quien decírselo.')],
  [5, 'ロブスターロールが最高でした。また来ます。'],
  [4.5, 'Ottimo pesce e vino della casa onesto.'],
]

export function reviews(say: Say, orders: readonly OrderLine[], now: Date): IncomingReview[] {
  const words = wordsOf(say)
  const random = randomOf('sample reviews')
  // Who was there today has not written yet.
  const latest = now.getTime() - MOST_HOURS * HOUR
  const visits = orders.filter(
    ({ customer, status, placedAt }) =>
      customer != null && status === 'completed' && Date.parse(placedAt) < latest,
  )
  return visits
    .filter((_, n) => n % ONE_IN === 0)
    .map(({ externalId, placedAt }, n) => {
      const [score, text, response] = words[n % words.length] as Words
      const written = Date.parse(placedAt) + random.between(2 * HOUR, MOST_HOURS * HOUR)
      const answered = Math.min(written + random.between(5 * HOUR, 30 * HOUR), now.getTime())
      return {
        source: 'sample',
        externalId: String(n + 1),
        input: {
          ...{ at: new Date(written).toISOString(), score, text, order: { externalId } },
          ...(response !== undefined && {
            response: { text: response, at: new Date(answered).toISOString() },
          }),
        },
      }
    })
}
