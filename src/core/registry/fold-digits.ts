interface FoldedText {
  readonly text: string
  /** Where in the original what stands at an index of the folded text begins. */
  readonly at: (index: number) => number
}

/** Characters that nobody sees (soft hyphen, zero-width space), digits of any script, and marks of the width of a Chinese character. */
const foldable = /\p{Cf}|[^\P{Nd}0-9]|[．＿／＼｜：]/u

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
  if (!digit.test(character)) return character.replace(/\p{Cf}/u, '').normalize('NFKC')
  // Digits stand ten in a row from zero to nine; where there are several rows they follow each other.
  const code = character.codePointAt(0) ?? 0
  let before = 0
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

const digit = /\p{Nd}/u
