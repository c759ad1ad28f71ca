import { expect, test } from 'vitest'
import { REPORT_HEADER } from './mapping/canonical.ts'
import { mendedRows } from './mapping/mends.rules.ts'
import { plainReport } from './plain-report.rules.ts'
import { reportHead, reportLine } from './report.rules.ts'
import { type ReportLanguage, reportWords } from './report-words.ts'

const languages = Object.keys(reportWords) as ReportLanguage[]
const headers = ['Name', 'E-Mail']
const columns = { 'E-Mail': 'email', Shoe: 'attributes.shoe' }
const shape = (language: ReportLanguage, isRejected: boolean) => ({
  ...{ headers, delimiter: ';', isRejected, importId: 'x-1' },
  plain: plainReport({ language, word: { singular: 'Team', plural: 'Teams' }, headers, columns }),
})
const issue = (reasons: readonly object[]) => ({
  rowNo: 3,
  cells: ['Bob', 'b@@x'],
  reasons: reasons as never,
})

test('a report for people has the line and the reason in words, with the header of the file', () => {
  const told = [
    { column: 'E-Mail', original: 'b@@x', code: 'email.invalid', message: 'Not an email' },
    { column: 'attributes.shoe', original: 'big', code: 'number.unreadable', message: 'Not a number' },
    { column: '', original: '', code: 'organization.ambiguous', message: 'Several' },
    { column: '', original: '', code: 'of.tomorrow', message: 'Something new' },
  ]

  expect(reportHead(shape('es', true))).toBe('\ufeffimportación: línea;importación: motivo;Name;E-Mail\r\n')
  expect(reportLine(issue(told), shape('en', false))).toBe(
    '3;"E-Mail “b@@x”: not an email address; Shoe “big”: not a number that fits here; several teams fit; Something new";x-1;Bob;b@@x\r\n',
  )
})

test('a column told by its header is not taken for the field of that name, which another column is read as', () => {
  const plain = plainReport({
    ...{ language: 'en', word: null, headers: ['email', 'Mail 2'] },
    columns: { 'Mail 2': 'email', email: 'additionalEmails' },
  })
  const reason = { column: 'email', original: 'b@@x', code: 'email.invalid', message: 'Not an email' }

  expect(plain.reason(reason)).toBe('email “b@@x”: not an email address')
})

test.each(languages)(
  'in %s its own columns are left unread again, and its words are those of the screens',
  async (language) => {
    const at = new URL(`../../../../web/src/locales/${language}/import-troubles.ts`, import.meta.url)
    const { importTroubles } = await import(at.href)

    const { titles, idTitle } = shape(language, true).plain
    for (const title of [...titles, idTitle]) expect(title).toMatch(REPORT_HEADER)
    const mends = mendedRows([...titles, 'Name', idTitle])
    const importId = '0190aaaa-0000-7000-8000-000000000001'
    expect(mends(['7', 'why', 'Ann', importId])).toEqual({ importId, row: 7 })
    for (const line of ['', '0', '1.5', '2147483648'])
      expect(mends([line, 'why', 'Ann', importId])).toBeNull()
    expect(mends(['2147483647', 'why', 'Ann', importId])).not.toBeNull()
    expect(reportWords[language].problems).toEqual(importTroubles.problems)
  },
)
