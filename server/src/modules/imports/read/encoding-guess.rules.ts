/**
 * Text that is not UTF-8. Scripts other than Latin are told apart well by the detector; among the
 * Latin ones it is wrong on short lists of names (Windows-1252 → 1250), so these are judged by
 * whether what they give looks like words.
 */
import iconv from 'iconv-lite'
import jschardet from 'jschardet'

export function guessEncoding(sample: Buffer): string {
  if (meanRun(sample) < OTHER_SCRIPT_RUN) return bestLatin(sample)
  const guess = jschardet.detect(sample).encoding?.toLowerCase() ?? ''
  const name = supersets[guess] ?? guess
  return iconv.encodingExists(name) && !isUnicode(name) ? name : bestLatin(sample)
}

const OTHER_SCRIPT_RUN = 1.8

const isUnicode = (name: string) => /^(?:ascii|utf)/.test(name)

const supersets: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
}

/** Accented letters stand alone among others; letters of other scripts come in words. */
function meanRun(sample: Buffer): number {
  let runs = 0
  let high = 0
  let inside = false
  for (const byte of sample) {
    if (byte > 127) high++
    if (byte > 127 && !inside) runs++
    inside = byte > 127
  }
  return runs === 0 ? 0 : high / runs
}

// In order of how common they are: the first wins a draw.
const latin: readonly (readonly [string, string])[] = [
  ['windows-1252', 'áéíóúñüöäßçèàâêëîïôûœåæøãõìòùÁÉÑÜÖÄÇÅØ€’“”–…°'],
  ['windows-1250', 'ąćęłńóśźżáčďéěíňřšťůúýžäöüőűßĄĆĘŁŃŚŹŻČŘŠŽ€’“”–…°'],
  ['iso-8859-2', 'ąćęłńóśźżáčďéěíňřšťůúýžäöüőűßĄĆĘŁŃŚŹŻČŘŠŽ°'],
  ['windows-1254', 'çğıöşüâîÇĞİÖŞÜ€’“”–…°'],
  ['windows-1257', 'āčēģīķļņšūžąęėįųõäöüĀČĒĪŠŽ€’“”–…°'],
  ['cp850', 'áéíóúñüöäßçèàâêëîïôûåæøãõìòùÁÉÑÜÖÄÇÅØ°'],
  ['macintosh', 'áéíóúñüöäßçèàâêëîïôûœåæøãõìòùÁÉÑÜÖÄÇÅØ€’“”–…°'],
  ['cp852', 'ąćęłńóśźżáčďéěíňřšťůúýžäöüőűßĄĆĘŁŃŚŹŻČŘŠŽ'],
]

function bestLatin(sample: Buffer): string {
  let best = 'windows-1252'
  let highest = Number.NEGATIVE_INFINITY
  for (const [name, letters] of latin) {
    const score = wordScore(iconv.decode(sample, name), letters)
    if (score > highest) [best, highest] = [name, score]
  }
  return best
}

function wordScore(text: string, letters: string): number {
  let score = 0
  for (const found of text.matchAll(/[^\p{ASCII}]/gu)) {
    const before = text[found.index - 1] ?? ' '
    const after = text[found.index + found[0].length] ?? ' '
    const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after)
    if (letters.includes(found[0])) score += /\p{L}/u.test(found[0]) || !inWord || found[0] === '’' ? 2 : -3
    else if (/\p{L}/u.test(found[0])) score -= 1
    else score -= inWord ? 6 : 3
    // An accented capital inside a word of small letters is another letter misread.
    if (/\p{Lu}/u.test(found[0]) && /\p{Ll}/u.test(before)) score -= 4
  }
  return score
}
