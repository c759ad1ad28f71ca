import { Button, FileButton, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../../ui/initials.tsx'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'
import { typedName } from './values.ts'

/** What Save will do with the photo: leave it, put this file in its place, or take it away. */
export type PhotoChange = File | 'remove' | null

const largest = 10 * 1024 * 1024

type Props = Readonly<{
  current: string | null
  change: PhotoChange
  onChange: (change: PhotoChange) => void
}>

export function PhotoField({ current, change, onChange }: Props) {
  const { t } = useTranslation()
  const { values } = useCustomerForm()
  const [fault, setFault] = useState<string | null>(null)
  const preview = usePreview(change)
  const shown = preview ?? (change === 'remove' ? null : current)
  const choose = (file: File | null) => {
    if (file === null) return
    const problem = !file.type.startsWith('image/') ? 'notImage' : file.size > largest ? 'tooLarge' : null
    setFault(problem && t(`customerForm.photo.${problem}`))
    if (problem === null) onChange(file)
  }
  const remove = () => {
    setFault(null)
    onChange(current === null ? null : 'remove')
  }
  return (
    <div className={classes.photo}>
      {preview === null ? (
        <Initials name={typedName(values)} type={values.type} photoUrl={shown} size={72} />
      ) : (
        <img
          src={preview}
          alt={t('customerForm.photo.alt')}
          className={classes.photoImage}
          data-type={values.type}
        />
      )}
      <div>
        <Group gap="xs">
          <FileButton accept="image/*" onChange={choose} inputProps={{ tabIndex: -1, 'aria-hidden': true }}>
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {t(shown === null ? 'customerForm.photo.choose' : 'customerForm.photo.change')}
              </Button>
            )}
          </FileButton>
          {shown !== null && (
            <Button variant="subtle" color="gray" size="xs" onClick={remove}>
              {t('customerForm.photo.remove')}
            </Button>
          )}
        </Group>
        <Text size="xs" c={fault === null ? 'dimmed' : 'red.8'} mt={6} role={fault ? 'alert' : undefined}>
          {fault ?? t('customerForm.photo.hint')}
        </Text>
      </div>
    </div>
  )
}

/** The address under which the browser shows a file that has not been sent. */
function usePreview(change: PhotoChange): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!(change instanceof File)) return setUrl(null)
    const made = URL.createObjectURL(change)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [change])
  return url
}
