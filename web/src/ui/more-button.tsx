import { Button, type ButtonProps } from '@mantine/core'

type Pages = Readonly<{ hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }>

/** Behind a list that comes page by page; nothing when all of it is there. */
export function MoreButton({
  pages,
  label,
  ...place
}: Readonly<{ pages: Pages; label: string }> & Pick<ButtonProps, 'mt' | 'mx' | 'display'>) {
  if (!pages.hasNextPage) return null
  return (
    <Button
      variant="default"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
      {...place}
    >
      {label}
    </Button>
  )
}
