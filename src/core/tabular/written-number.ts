const danish = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/u
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu

/**
 * A number as Danish or English spreadsheets write it: `1,5`, `1.234,5`, `1.5`. With a comma, dots are thousands;
 * without one, a dot is the decimal point (`1.234` is a little more than one), as in files that programs write.
 */
export function parseWrittenNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed.includes(',') && danish.test(trimmed))
    return Number(trimmed.replaceAll('.', '').replace(',', '.'))
  if (!plain.test(trimmed)) return undefined
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : undefined
}
