interface FoldedText {
  readonly text: string
  /** Where in the original what stands at an index of the folded text begins. */
  readonly at: (index: number) => number
}

/**
 * Characters that nobody sees (soft hyphen, zero-width space, the frame of a keycap), digits of any script, those in circles
 * and raised ones, and marks of the width of a Chinese character.
 */
const foldable = /\p{Cf}|[^\P{Nd}0-9]|\p{No}|\uFE0F|\u20E3|[．＿／＼｜：]/u

/** The text without what is not seen and with plain digits: two texts that read alike to a person become alike. */
export function foldDigits(text: string): FoldedText {
  if (!foldable.test(text)) return { text, at: (index) => index }
  let folded = ''
  const starts: number[] = []
  let start = 0
  for (const character of text) {
    const plain = foldable.test(character) ? plainOf(character) : character
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(start)
    folded += plain
    start += character.length
  }
  return { text: folded, at: (index) => starts[index] ?? text.length }
}

function plainOf(character: string): string {
  if (otherNumber.test(character)) return digitOf(character) ?? character
  if (!digit.test(character)) return character.replace(/\p{Cf}|\uFE0F|\u20E3/u, '').normalize('NFKC')
  // Digits stand ten in a row from zero to nine; where there are several rows they follow each other.
  const code = character.codePointAt(0) ?? 0
  let before = 0
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

const digit = /\p{Nd}/u
const otherNumber = /\p{No}/u

/** The first of nine in a row, from one to nine, that are digits in circles, parentheses or with a stop (Unicode, "Enclosed Alphanumerics", "Dingbats"). */
const ones = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a, 0x1f102]
/** Noughts in circles and with a stop or comma. */
const noughts = new Set(['\u24EA', '\u24FF', '\u{1F100}', '\u{1F101}', '\u{1F10B}', '\u{1F10C}'])

/** Undefined: no digit, but a fraction or a number of more digits. */
function digitOf(character: string): string | undefined {
  if (noughts.has(character)) return '0'
  const code = character.codePointAt(0) ?? 0
  const one = ones.find((first) => code >= first && code < first + 9)
  if (one !== undefined) return String(code - one + 1)
  const plain = character.normalize('NFKC')
  return /^[0-9]$/u.test(plain) ? plain : undefined
}
