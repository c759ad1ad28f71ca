import { expect, test } from 'vitest'
import { type Language, languages, plainWords } from './words.ts'

type Texts = Readonly<Record<string, Readonly<Record<string, unknown>> | string>>

/** The two sides share no code: what the screens say is read as a file. */
async function screensOf(language: Language): Promise<{ fields: Texts; ofExports: Texts }> {
  const at = (name: string) =>
    new URL(`../../../../../web/src/locales/${language}/${name}.ts`, import.meta.url)
  const { customerFields } = await import(at('customer-fields').href)
  const { exporting } = await import(at('exporting').href)
  return { fields: customerFields, ofExports: { ...exporting.fields, addresses: customerFields.addresses } }
}

test.each(languages)('in %s a file calls everything what the screens call it', async (language) => {
  const { fields, ofExports } = await screensOf(language)
  const { fields: titles, own: _own, ...groups } = plainWords[language]

  for (const [name, title] of Object.entries(titles))
    expect([name, title]).toEqual([name, ofExports[name] ?? fields[name]])
  for (const [name, words] of Object.entries(groups)) {
    if (typeof words === 'string') expect(words).toBe(fields[name])
    else expect(fields[name]).toMatchObject(words)
  }
})
