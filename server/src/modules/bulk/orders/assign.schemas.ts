import { Type } from 'typebox'
import { OrderFilter } from '../../orders/index.ts'

const Id = Type.String({ format: 'uuid' })
const MOST_IDS = 10_000

export const AssignRequest = Type.Object(
  {
    customer: Type.Object({ id: Id }, { additionalProperties: false }),
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: MOST_IDS })),
    filter: Type.Optional({
      ...OrderFilter,
      description:
        'As the list is asked for, with arrays for what may be repeated; of these the orders of nobody',
    }),
  },
  { additionalProperties: false },
)
export type AssignRequest = Type.Static<typeof AssignRequest>
