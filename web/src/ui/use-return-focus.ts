import { useEffect } from 'react'

/**
 * For a dialog that is there only while it is open: the focus goes back to what opened it. Mantine gives it back only
 * to dialogs that stay and are told to close.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
}
