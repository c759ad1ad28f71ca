import { Alert } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export function ReadOnlyNote({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <Alert color="gray" variant="light" icon={<IconLock size={18} />} p="sm" mb="md">
      {children}
    </Alert>
  )
}
