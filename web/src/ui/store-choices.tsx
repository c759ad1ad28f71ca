import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../api/queries.ts'
import { toggled } from '../kernel/address.ts'
import { ChoiceList } from './choice-list.tsx'

type Props = Readonly<{
  chosen: readonly string[] | undefined
  help: string
  onChange: (chosen: readonly string[] | undefined) => void
}>

/** The stores of the business, for a filter. */
export function StoreChoices({ chosen, help, onChange }: Props) {
  const { t } = useTranslation()
  const stores = useQuery(storesQuery).data ?? []
  return (
    <ChoiceList
      choices={stores.map(({ id, name, code }) => ({ id, label: name, detail: code }))}
      chosen={chosen ?? []}
      findLabel={t('lists.findStore')}
      emptyText={t('lists.noStores')}
      help={help}
      onChoose={(id) => onChange(toggled(chosen, id))}
    />
  )
}
