import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './in-place.module.css'
import { type OpenEditor, preloadEditor } from './in-place.tsx'

type Props = Readonly<{ edit: OpenEditor; label: string; focus?: string }>

/** Opens the field from the keyboard and on touch; seen where the mouse or the focus is. */
export function EditButton({ edit, label, focus }: Props) {
  const { t } = useTranslation()
  if (edit === null) return null
  return (
    <ActionIcon
      size={24}
      className={classes.pencil}
      data-edit={focus ?? ''}
      aria-label={t('customerRecord.inPlace.edit', { field: label })}
      onPointerEnter={preloadEditor}
      onFocus={preloadEditor}
      onClick={() => edit(focus)}
    >
      <IconPencil size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}

/** For the mouse the value itself opens the field; its links stay links, and its words can be marked. */
export function clickToEdit(edit: OpenEditor, focus?: string) {
  if (edit === null) return {}
  return {
    'data-click': true,
    onPointerEnter: preloadEditor,
    onClick: ({ target }: MouseEvent<HTMLElement>) => {
      if (target instanceof Element && target.closest('a, button')) return
      if (getSelection()?.isCollapsed === false) return
      edit(focus)
    },
  }
}
