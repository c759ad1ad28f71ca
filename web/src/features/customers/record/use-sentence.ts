import { useTranslation } from 'react-i18next'
import { isolated } from '../../../kernel/isolate.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Activity } from '../activities.api.ts'
import { tell } from './timeline.ts'

/** More fields than these are counted, not named. */
const named = 3

/** “Ana changed the phone and the email” */
export function useSentence(): (activity: Activity) => string {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const list = (words: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
  const tags = (names: readonly string[]) =>
    t('customerRecord.activity.theTag', { count: names.length, names: list(names.map(isolated)) })
  const fieldName = (field: string): string => {
    const text: unknown = t(`customerRecord.activity.the.${field}` as never, { defaultValue: field } as never)
    return typeof text === 'string' ? text : field
  }
  return (activity) => {
    const told = tell(activity)
    const { kind, name } = activity.actor
    const actor =
      kind === 'system'
        ? t('customerRecord.activity.system')
        : kind === 'apiKey'
          ? t('customerRecord.activity.viaKey', { name: isolated(name) })
          : isolated(name)
    switch (told.what) {
      case 'moved':
        return t('customerRecord.activity.moved', { actor, from: isolated(told.from), to: isolated(told.to) })
      case 'tags': {
        const { added, removed } = told
        if (removed.length === 0) return t('customerRecord.activity.tagged', { actor, tags: tags(added) })
        if (added.length === 0) return t('customerRecord.activity.untagged', { actor, tags: tags(removed) })
        return t('customerRecord.activity.retagged', { actor, added: tags(added), removed: tags(removed) })
      }
      case 'changed': {
        const { fields } = told
        const names =
          fields.length > named
            ? t('customerRecord.activity.fewFields', { count: fields.length })
            : list(fields.map(fieldName))
        return t('customerRecord.activity.changed', { actor, fields: names })
      }
      case 'review':
        return t(`customerReviews.told.${told.how}`, { actor })
      case 'orderAssigned':
      case 'orderUnassigned':
        return t(`customerRecord.activity.${told.what}`, { actor, number: isolated(told.number) })
      case 'ordersAssigned':
      case 'ordersUnassigned':
        return t(`customerRecord.activity.${told.what}`, { actor, count: told.count })
      case 'receiptSent':
      case 'receiptFailed': {
        const { what, number, to, words } = told
        const parts = { actor, number: isolated(number), address: isolated(to), words: isolated(words) }
        return t(`customerRecord.activity.${what}`, parts)
      }
      default:
        return t(`customerRecord.activity.${told.what}`, { actor })
    }
  }
}
