import { useLocalStorage } from '@mantine/hooks'

/** Whether the navigation is folded to icons, remembered on this device. */
export function useNavigationState(): readonly [boolean, () => void] {
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'clientele-navigation-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return [collapsed, () => setCollapsed((value) => !value)]
}
