/** Written as surrogate pairs in UTF-16, whose order is not that of the bytes. */
const beyondFirstPlane = /[\u{10000}-\u{10ffff}]/u

/**
 * Compares as the strings' UTF-8 bytes compare (as `LC_ALL=C sort` does). JavaScript's own order is that of UTF-16,
 * which puts characters beyond the first 65,536 before U+E000.
 */
export function compareAsBytes(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return byteRank(left) - byteRank(right)
  }
  return a.length - b.length
}

/** Code units in the order of the code points they belong to: surrogates after everything else. */
function byteRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Sorts in place as bytes; the engine's own string sort is used where it gives the same order. */
export function sortAsBytes(texts: string[]): string[] {
  return texts.some((text) => beyondFirstPlane.test(text)) ? texts.sort(compareAsBytes) : texts.sort()
}
