import { Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode, Ref } from 'react'
import classes from './page-header.module.css'

type Props = Readonly<{
  title: string
  /** To lead the keyboard there when what it was at is gone. */
  titleRef?: Ref<HTMLHeadingElement>
  /** Beside the title, dimmed: a count. */
  aside?: ReactNode
  description?: ReactNode
  /** Buttons, at the right; the main one last. */
  actions?: ReactNode
  /** A link back, above the title. */
  back?: ReactNode
}>

/** The one h1 of a page; it names the browser's tab too. */
export function PageHeader({ title, titleRef, aside, description, actions, back }: Props) {
  useDocumentTitle(`${title} · Clientele`)
  return (
    <header className={classes.header} data-actions={actions !== undefined || undefined}>
      <div className={classes.words}>
        {back}
        <div className={classes.title}>
          <Title order={1} ref={titleRef} tabIndex={titleRef === undefined ? undefined : -1}>
            {title}
          </Title>
          {aside !== undefined && (
            <Text span c="dimmed" size="sm" className={classes.aside}>
              {aside}
            </Text>
          )}
        </div>
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
      {description !== undefined && (
        <Text c="dimmed" size="sm" className={classes.description}>
          {description}
        </Text>
      )}
    </header>
  )
}
