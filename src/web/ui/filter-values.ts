// What the address holds is whatever somebody typed; the server takes less.

/** A whole number from 1 to `most`; undefined where the text is none. */
export function wholeUpTo(most: number, text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

/** One line, and no longer than the server takes. */
export function isShortLine(text: string, most: number): boolean {
  return text.length <= most && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}
