interface FoldedText {
  readonly text: string
  /** Where in the original what stands at an index of the folded text begins. */
  readonly at: (index: number) => number
}

/** Characters that nobody sees (soft hyphen, zero-width space), and digits, dots and lines of the width of a Chinese character. */
const foldable = /\p{Cf}|[０-９．＿]/u

/** The text without what is not seen and with plain digits: two texts that read alike to a person become alike. */
export function foldDigits(text: string): FoldedText {
  if (!foldable.test(text)) return { text, at: (index) => index }
  let folded = ''
  const starts: number[] = []
  let start = 0
  for (const character of text) {
    const plain = foldable.test(character) ? character.replace(/\p{Cf}/u, '').normalize('NFKC') : character
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(start)
    folded += plain
    start += character.length
  }
  return { text: folded, at: (index) => starts[index] ?? text.length }
}
