import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useFieldLabel } from './use-field-label.ts'

/** What a column of a past export, asked for by its path of the API, is called on screen. */
export function useColumnText(): (path: string) => string {
  const { t } = useTranslation()
  const label = useFieldLabel()
  const attributes = useQuery(customAttributesQuery).data
  return (path) => {
    const [field = '', ...rest] = path.split('.')
    const part = rest.join('.')
    if (field === 'attributes') return attributes?.find(({ key }) => key === part)?.label ?? part
    const own: unknown =
      field === 'billing' && part !== ''
        ? t(`customerFields.parts.${part}` as never, { defaultValue: '' } as never)
        : ''
    return typeof own === 'string' && own !== '' ? own : label(field)
  }
}
