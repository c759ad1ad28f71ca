// What the form has to say besides its fields: a draft, somebody else's changes, why it is not saved.
import { Alert, Button, Group } from '@mantine/core'
import { IconCloudOff, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../../ui/form-error.tsx'
import type { CustomerType } from '../customers.api.ts'
import { DraftOffer } from './draft-offer.tsx'
import classes from './form.module.css'
import type { useDrafts } from './use-drafts.ts'
import type { Editor } from './use-editor.ts'

type DraftsProps = Readonly<{
  drafts: ReturnType<typeof useDrafts>
  onType: ((type: CustomerType) => void) | undefined
}>

export function Drafts({ drafts: { offer, restore, discard }, onType }: DraftsProps) {
  if (offer === null) return null
  return (
    <DraftOffer
      offer={offer}
      onRestore={() => {
        restore(offer)
        onType?.(offer.content.values.type)
        focusTabs()
      }}
      onDiscard={() => {
        discard(offer)
        focusTabs()
      }}
    />
  )
}

/** The offer goes, and the focus with it would be nowhere. */
function focusTabs(): void {
  document.querySelector<HTMLElement>('form [role="tab"][aria-selected="true"]')?.focus()
}

/** Said at once, not only when Save is refused, and wherever the form is scrolled to. */
export function ChangedMeanwhile({ editor }: Readonly<{ editor: Editor }>) {
  const { t } = useTranslation()
  const { newest } = editor
  if (newest === null) return null
  return (
    <div className={classes.barError}>
      <Alert color="orange" variant="light" role="status" p="sm" icon={<IconInfoCircle size={18} />}>
        <Group justify="space-between" gap="xs">
          {t('customerForm.conflict.noticed')}
          <Button size="xs" variant="default" onClick={() => editor.setTheirs(newest)}>
            {t('customerForm.conflict.review')}
          </Button>
        </Group>
      </Alert>
    </div>
  )
}

/** Why it is not saved, beside the button that saves. */
export function BarMessage({ editor: { fault, waiting } }: Readonly<{ editor: Editor }>) {
  const { t } = useTranslation()
  if (fault === null && waiting.state === 'no') return null
  return (
    <div className={classes.barError}>
      {waiting.state === 'no' ? (
        <FormError message={fault} />
      ) : (
        <Alert color="orange" variant="light" role="status" p="sm" icon={<IconCloudOff size={18} />}>
          {t(`customerForm.offline.${waiting.state}`)}
        </Alert>
      )}
    </div>
  )
}
