import { useName } from './format-context.tsx'

/** A name among our words keeps its own direction. */
export function NameText({ name, className }: Readonly<{ name: string; className?: string | undefined }>) {
  return <bdi className={className}>{useName(name)}</bdi>
}
