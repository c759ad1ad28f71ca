import { Type } from 'typebox'

const count = Type.Integer({ minimum: 0 })

export const AtRiskQuery = Type.Object(
  {
    rule: Type.Unsafe<'days' | 'rhythm'>({ type: 'string', enum: ['days', 'rhythm'] }),
    days: Type.Integer({ minimum: 1, maximum: 3650 }),
  },
  { additionalProperties: false },
)
export type AtRiskQuery = Type.Static<typeof AtRiskQuery>

export const AtRiskPreview = Type.Object({
  atRisk: Type.Integer({ minimum: 0, description: 'Active customers who would be at risk today' }),
  lost: Type.Integer({ minimum: 0, description: 'Active customers who would be lost today' }),
  now: Type.Object({ atRisk: count, lost: count }, { description: 'By the rule in force' }),
})
export type AtRiskPreview = Type.Static<typeof AtRiskPreview>
