import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** Mantine's says to the eye alone that a password is refused; this says it to a screen reader too. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={props.error ? true : undefined} {...props} />
}
