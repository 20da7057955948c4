/** Shown where the report's font lacks a character; PDF/UA refuses a file with characters that have no glyph. */
const substitute = '?'
/** Fonts may hold glyphs for these, but PDF/UA refuses some of them and none means anything in print. */
const control = /\p{Cc}/u
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu

/** Text that the font can show: line breaks become spaces, invisible controls go, unknown characters become a question mark. */
export function printableText(text: string, covers: (codePoint: number) => boolean): string {
  const spaced = text.normalize('NFC').replaceAll(/[\s\u0085]+/gu, (run) => (run === '\u00A0' ? run : ' '))
  let printable = ''
  for (const character of spaced.replaceAll(invisible, '')) {
    const codePoint = character.codePointAt(0) ?? 0
    const shown = codePoint === 0x20 || codePoint === 0xa0 || (covers(codePoint) && !control.test(character))
    printable += shown ? character : substitute
  }
  return printable
}
