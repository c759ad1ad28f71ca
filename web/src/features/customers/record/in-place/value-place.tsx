import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { clickToEdit, EditButton } from './edit-button.tsx'
import classes from './in-place.module.css'
import { InPlace, type OpenEditor, type PlaceProps, preloadEditor } from './in-place.tsx'

type Props = PlaceProps & Readonly<{ children: ReactNode }>

/** One value with its pencil. */
export function ValuePlace({ children, ...place }: Props) {
  return (
    <InPlace {...place}>
      {(edit) => (
        <div className={classes.value} {...clickToEdit(edit)}>
          <div className={classes.words}>{children}</div>
          <EditButton edit={edit} label={place.label} />
        </div>
      )}
    </InPlace>
  )
}

/** The same for what is as wide as its panel. */
export function BlockPlace({ children, ...place }: Props) {
  return (
    <InPlace {...place}>
      {(edit) => (
        <BlockValue edit={edit} label={place.label}>
          {children}
        </BlockValue>
      )}
    </InPlace>
  )
}

type BlockProps = Readonly<{ edit: OpenEditor; label: string; children: ReactNode }>

/** For a place that has something else where nothing stands: the place itself must stay, what is refused is in it. */
export function BlockValue({ edit, label, children }: BlockProps) {
  return (
    <div className={classes.value} {...clickToEdit(edit)}>
      <div className={classes.block}>{children}</div>
      <EditButton edit={edit} label={label} />
    </div>
  )
}

type AddProps = Readonly<{ edit: OpenEditor; text: string }>

/** Where nothing stands yet. */
export function AddButton({ edit, text }: AddProps) {
  if (edit === null) return null
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      className={classes.add}
      data-edit=""
      leftSection={<IconPlus size={14} aria-hidden />}
      onPointerEnter={preloadEditor}
      onFocus={preloadEditor}
      onClick={() => edit()}
    >
      {text}
    </Button>
  )
}
