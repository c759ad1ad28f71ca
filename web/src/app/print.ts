const scheme = 'data-mantine-color-scheme'

/** Paper is white: who works in the dark scheme prints in the light one. */
export function printInLight(): void {
  const root = document.documentElement
  let before: string | null = null
  addEventListener('beforeprint', () => {
    before = root.getAttribute(scheme)
    root.setAttribute(scheme, 'light')
  })
  addEventListener('afterprint', () => {
    if (before !== null) root.setAttribute(scheme, before)
    before = null
  })
}
