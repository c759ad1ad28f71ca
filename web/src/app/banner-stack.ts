// Named by a module of its own: asked for by its package's name, all of it would come with the first screen.
export { Notifications } from '@mantine/notifications'
