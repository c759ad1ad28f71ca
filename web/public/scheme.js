// Runs before the first paint, so that a remembered dark scheme never flashes white. A file of its own because
// the content security policy allows no inline script. The key is the one in src/app/theme.ts.
;(() => {
  let stored = 'auto'
  try {
    stored = localStorage.getItem('clientele-scheme') ?? 'auto'
  } catch {
    // Storage may be refused; the system's scheme is then the answer.
  }
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
