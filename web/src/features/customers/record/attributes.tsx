import { Anchor } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { attributeText } from '../list/attribute-text.ts'
import type { Part } from './in-place/parts.ts'
import { ValuePlace } from './in-place/value-place.tsx'
import { webAddress } from './links.ts'
import type { Places } from './overview.tsx'
import classes from './record.module.css'

type Props = Places & Readonly<{ definitions: readonly CustomAttribute[] }>

/** The merchant's own fields, in the groups they gave them. */
export function Attributes({ customer: { attributes }, shown, added, onLeft, definitions }: Props) {
  const { t } = useTranslation()
  const partOf = ({ key }: CustomAttribute): Part => `attribute:${key}`
  const members = definitions.filter((definition) => shown.includes(partOf(definition)))
  const groups = Map.groupBy(members, ({ group }) => group ?? t('customerRecord.overview.custom'))
  return [...groups].map(([group, fields]) => (
    <Panel key={group} title={group}>
      <DataList
        items={fields.map((definition): readonly [string, ReactNode] => {
          const part = partOf(definition)
          return [
            definition.label,
            <ValuePlace
              key={definition.key}
              part={part}
              label={definition.label}
              isNamed
              startsOpen={added.includes(part)}
              onLeft={() => added.includes(part) && attributes[definition.key] == null && onLeft(part)}
            >
              <AttributeValue definition={definition} value={attributes[definition.key]} />
            </ValuePlace>,
          ]
        })}
      />
    </Panel>
  ))
}

type ValueProps = Readonly<{ definition: CustomAttribute; value: unknown }>

function AttributeValue({ definition, value }: ValueProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useMemo(
    () => (value === null || value === undefined ? '' : attributeText(definition, value, { t, format })),
    [definition, value, t, format],
  )
  if (text === '') return <span className={classes.unset}>{t('common.notSet')}</span>
  const href = definition.kind === 'url' ? webAddress(text) : null
  if (href === null) return <bdi className={classes.long}>{text}</bdi>
  return (
    <Anchor inherit href={href} target="_blank" rel="noreferrer">
      {text}
    </Anchor>
  )
}
