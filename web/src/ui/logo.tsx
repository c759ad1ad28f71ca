/** The mark of Clientele; its name stands beside it. */
export function Logo({ size = 24 }: Readonly<{ size?: number }>) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--mantine-color-accent-filled)" />
      <circle cx="16" cy="12.2" r="4.6" fill="#fff" />
      <path d="M6.8 25.2a9.2 9.2 0 0 1 18.4 0z" fill="#fff" />
    </svg>
  )
}
