// The sample business: made-up customers apart from one's own, entered and left like any other business.
import { api, send } from './client.ts'
import { useSession, useSwitchMerchant } from './session.ts'

/** Makes it the first time; afterwards it is there. */
export function useEnterSample(): () => Promise<void> {
  const change = useSwitchMerchant()
  return async () => {
    const { id } = await send(api.POST('/api/v1/sample'))
    await change(id)
  }
}

/** Whoever is inside is back in their own business. */
export async function removeSample(): Promise<void> {
  await send(api.DELETE('/api/v1/sample'))
  // A whole new page, so that nothing of the sample is left in memory.
  location.assign('/')
}

/** The first business of one's own; null for who has none but the sample. */
export function useOwnMerchant() {
  const { merchants } = useSession()
  return merchants.find(({ isSample }) => !isSample) ?? null
}
