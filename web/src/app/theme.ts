// The whole look in one place: neutral greys, one accent, and semantic colours for meaning only.
// Every pair used for text is at least 4.5:1 in both schemes (theme.test.ts holds that).
import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#f1f2f4',
  '#e6e8eb',
  '#d9dce1',
  '#c3c8cf',
  '#838a95',
  '#636a75',
  '#4b525c',
  '#33383f',
  '#1d2025',
]

const dark: MantineColorsTuple = [
  '#dcdfe4',
  '#bfc4cc',
  '#a1a7b1',
  '#7b818b',
  '#40444c',
  '#30343a',
  '#232629',
  '#17181b',
  '#121315',
  '#0c0d0e',
]

const accent: MantineColorsTuple = [
  '#eef1fd',
  '#e0e5fb',
  '#bfc9f6',
  '#a9b6f5',
  '#97a6f2',
  '#7286e6',
  '#5d72dd',
  '#4c60d2',
  '#3d4fc4',
  '#3242a8',
]

const red: MantineColorsTuple = [
  '#fff1f1',
  '#ffe3e3',
  '#fcc9c9',
  '#fba9a9',
  '#ff9090',
  '#f46a6a',
  '#e74a4a',
  '#d93636',
  '#c42727',
  '#a51f1f',
]

const orange: MantineColorsTuple = [
  '#fff5eb',
  '#ffe9d3',
  '#fed0a5',
  '#fdb873',
  '#fba551',
  '#f18a2b',
  '#d9711a',
  '#bb5a0c',
  '#a34b07',
  '#863d05',
]

const teal: MantineColorsTuple = [
  '#e8faf3',
  '#d0f3e4',
  '#a3e6cb',
  '#70d7ae',
  '#4dcb98',
  '#23b380',
  '#139467',
  '#0b8058',
  '#07714d',
  '#055a3d',
]

/** The key `public/scheme.js` reads before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'clientele-scheme' })

const systemFont =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif, 'Apple Color Emoji', 'Segoe UI Emoji'"

/** A name is written in the direction of its own letters; on the field itself, which `dir` would not reach. */
const ownDirection = { defaultProps: { attributes: { input: { dir: 'auto' } } } }

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { accent, gray, dark, red, orange, teal },
  black: '#1d2025',
  fontFamily: systemFont,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontFamily: systemFont,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1.125rem', lineHeight: '1.5rem' },
      h3: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  defaultRadius: '6px',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: ownDirection,
    Textarea: ownDirection,
    Autocomplete: ownDirection,
    InputBase: ownDirection,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Loader: { defaultProps: { type: 'oval' } },
    Menu: {
      // Mantine's hidden starting point of the focus is a child no menu may have; the first entry takes the focus.
      defaultProps: { position: 'bottom-end', shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Modal: {
      defaultProps: { centered: true, padding: 'lg', overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontWeight: 600, lineHeight: 1.35 } },
    },
    Select: { defaultProps: { nothingFoundMessage: '–', comboboxProps: { shadow: 'md' } } },
    Table: {
      styles: { th: { color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem', fontWeight: 500 } },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        withinPortal: true,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-8)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-6)',
    '--app-input-border': 'var(--mantine-color-gray-5)',
    '--app-focus': 'var(--mantine-color-accent-8)',
    '--app-track': 'var(--mantine-color-gray-2)',
    '--app-thumb': 'var(--mantine-color-white)',
    '--app-canvas': 'var(--mantine-color-gray-0)',
    '--app-surface': 'var(--mantine-color-white)',
    '--app-hover': 'var(--mantine-color-gray-1)',
    '--app-inserted': 'var(--mantine-color-gray-0)',
    '--app-selected': 'var(--mantine-color-accent-0)',
    '--app-changed': '#e6eafc',
    '--app-line': 'var(--mantine-color-gray-2)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-default-border': 'var(--mantine-color-dark-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-2)',
    '--app-input-border': '#757b86',
    '--app-focus': 'var(--mantine-color-accent-4)',
    '--app-track': 'var(--mantine-color-dark-6)',
    '--app-thumb': 'var(--mantine-color-dark-4)',
    '--app-canvas': 'var(--mantine-color-dark-8)',
    '--app-surface': 'var(--mantine-color-dark-7)',
    '--app-hover': 'var(--mantine-color-dark-6)',
    '--app-inserted': 'var(--mantine-color-dark-8)',
    '--app-selected': '#20264a',
    '--app-changed': '#28305a',
    '--app-line': 'var(--mantine-color-dark-5)',
  },
})
