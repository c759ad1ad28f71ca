/** In which the names of countries and months are read; of two that share a word the earlier one has it. */
export const readLanguages = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'ca',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
] as const
