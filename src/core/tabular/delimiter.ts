const candidates = [';', ',', '\t'] as const

export type Delimiter = (typeof candidates)[number]

/**
 * The separator that occurs most in the header row outside quotes. Only the header is asked: in the rows below a
 * decimal comma would vote. A tie, as in a file with one column, goes to the Danish `;`.
 */
export function detectDelimiter(headerRow: string): Delimiter {
  const open = outsideQuotes(headerRow)
  let best: Delimiter = ';'
  let most = 0
  for (const candidate of candidates) {
    const count = open.split(candidate).length - 1
    if (count > most) {
      best = candidate
      most = count
    }
  }
  return best
}

/** A row with what stands within quotation marks as a single letter. */
export function outsideQuotes(row: string): string {
  return row.replaceAll(/"(?:[^"]|"")*"?/gu, 'q')
}
