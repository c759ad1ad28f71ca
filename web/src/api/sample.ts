// The sample business: made-up customers apart from one's own, entered and left like any other business.
import { api, send } from './client.ts'
import { beginAnew, useSession, useSwitchMerchant } from './session.ts'

/** Makes it the first time; afterwards it is there. */
export function useEnterSample(): () => Promise<void> {
  const change = useSwitchMerchant()
  return async () => {
    const { id } = await send(api.POST('/api/v1/sample'))
    await change(id)
  }
}

/** Who removes it is back in their own business, in every tab. */
export function useRemoveSample(): () => Promise<void> {
  const { user } = useSession()
  return async () => {
    await send(api.DELETE('/api/v1/sample'))
    beginAnew(user.id, null)
  }
}

/** The first business of one's own; null for who has none but the sample. */
export function useOwnMerchant() {
  const { merchants } = useSession()
  return merchants.find(({ isSample }) => !isSample) ?? null
}
