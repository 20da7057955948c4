const beyondAscii = /[\u0080-\uffff]/u

/** Cells come trimmed and in Unicode's composed form, so that `å` written by a Mac equals `å` written by Windows. */
export function tidyCell(cell: string): string {
  const trimmed = cell.trim()
  return beyondAscii.test(trimmed) ? trimmed.normalize('NFC') : trimmed
}
