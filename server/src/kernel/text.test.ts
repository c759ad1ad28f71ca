import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asciiDigits, cutText, joinedWords, normalise, utf8Length, withoutInvisible, words } from './text.ts'

const anyText = fc.string({ unit: 'binary' })

const NAUGHTY = [
  '',
  ' ',
  '\u0000',
  '\ufeff',
  '\u200b\u200d',
  'undefined',
  'null',
  '1/2',
  "'; DROP TABLE customers; --",
  '<script>alert(1)</script>',
  '¡™£¢∞§¶•ªº–≠',
  'œ∑´®†¥¨ˆøπ“‘',
  'åß∂ƒ©˙∆˚¬…æ',
  'ÅÍÎÏ˝ÓÔÒÚÆ☃',
  '⁰⁴⁵₀₁₂',
  'ด้้้้้็็็็็้้้้้',
  '和製漢語',
  '사회과학원 어학연구소',
  'ﷺ',
  'בְּרֵאשִׁית',
  'الكُرسي',
  '👩🏽‍🚒 🏳️‍🌈 🇺🇸 1️⃣',
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
  '˙ɐnbᴉlɐ ɐuƃɐɯ',
  'Ｔｈｅ ｑｕｉｃｋ',
  '𝐓𝐡𝐞 𝓺𝓾𝓲𝓬𝓴 ⒯⒣⒠',
  '%d%s%n',
  '../../etc/passwd',
  '\ud800',
  'Kﬁ ǅ ŉ İ ẞ ſ K',
  '\u202etest',
]

describe('normalise', () => {
  test.each([
    ['José', 'jose'],
    ['MÜLLER-LÜDENSCHEIDT', 'muller ludenscheidt'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Þórður', 'thordur'],
    ['Đặng', 'dang'],
    ['İstanbul ılıca', 'istanbul ilica'],
    ['Νίκος', 'νικοσ'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['O`Brien', 'obrien'],
    ['O´Brien', 'obrien'],
    ['Hawaiʻi', 'hawaii'],
    ['Gal·la', 'galla'],
    ['  Smith  &\tSons,\nLtd. ', 'smith sons ltd'],
    ['ＡＢＣ １２３', 'abc 123'],
    ['١٢٣', '123'],
    ['田中太郎', '田 中 太 郎'],
    ['ABC株式会社', 'abc 株 式 会 社'],
    ['さくら銀行', 'さくら 銀 行'],
    ['Борис', 'борис'],
    ['🍕🍕 Pizza', '🍕 🍕 pizza'],
    ['Pizza🍕', 'pizza 🍕'],
    ['100%', '100 %'],
    ['a_b\\c', 'a _ b \\ c'],
    ['a\u0000b\u200bc\ud800', 'abc'],
    ['!!!', '!!!'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(normalise(text)).toBe(folded)
  })

  test('is the same when done twice', () => {
    fc.assert(fc.property(anyText, (text) => normalise(normalise(text)) === normalise(text)))
    for (const text of NAUGHTY) expect(normalise(normalise(text))).toBe(normalise(text))
  })

  test('does not mind how an accent is written or the case', () => {
    fc.assert(
      fc.property(anyText, (text) => normalise(text.normalize('NFD')) === normalise(text.normalize('NFC'))),
    )
    expect(normalise('JOSÉ PEÑA')).toBe(normalise('jose pena'))
  })

  test('leaves no control character, outer space or double space', () => {
    fc.assert(fc.property(anyText, (text) => !/\p{Cc}|\p{Cs}|\p{M}| {2}|^ | $/u.test(normalise(text))))
  })

  test('keeps something of every text that shows something', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => text.trim() === '' || normalise(text) !== ''),
    )
  })
})

test('no words come of nothing', () => {
  expect(words('')).toEqual([])
  expect(words('Ann  Lee')).toEqual(['ann', 'lee'])
})

test.each([
  ['Jean-Luc', ['jeanluc']],
  ['Jean-Luc Marie', ['jeanluc', 'jeanlucmarie']],
  ['O Brien', ['obrien']],
  ['de la Cruz', ['delacruz']],
  ['J.P. Morgan', ['jp', 'jpmorgan']],
  ['Mac Donald and Sons Bakery', ['macdonald']],
  ['Smith', []],
  ['田中', []],
])('%j is also written %j', (text, joined) => {
  expect(joinedWords(text)).toEqual(joined)
})

test('digits of every script are read', () => {
  expect(asciiDigits('٠١٢٣ ۴۵۶ ०९ ７８ 𝟡')).toBe('0123 456 09 78 9')
})

test('what cannot be seen is removed, and white space is one kind', () => {
  expect(withoutInvisible('\ufeff +1\u00a0202\u200b555\u202c\u0000 ')).toBe('+1 202555')
})

test('a cut never goes through a character and keeps to characters and bytes', () => {
  expect(cutText('ab🍕c', 3, 100)).toBe('ab')
  expect(cutText('ééé', 100, 4)).toBe('éé')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(60), (text, characters, bytes) => {
      const cut = cutText(text, characters, bytes)
      return text.startsWith(cut) && cut.length <= characters && utf8Length(cut) <= bytes
    }),
  )
})

test('ASCII folds alike on its own and beside another script', () => {
  const ascii = fc.string({ unit: 'binary-ascii' })
  fc.assert(
    fc.property(
      ascii,
      (text) => words(text).every((word) => words(`${text} ж`).includes(word)) || !/[a-z0-9]/i.test(text),
    ),
  )
})
