/**
 * The characters a TrueType font has a glyph for: its `cmap` table in format 4 (OpenType specification, "cmap"). Only
 * the basic plane is read; what lies beyond it no report font of ours covers.
 */
export function readCoverage(font: Buffer): (codePoint: number) => boolean {
  const table = findTable(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  for (let index = 0; index < count; index++) {
    const record = table + 4 + index * 8
    const subtable = table + font.readUInt32BE(record + 4)
    const isUnicode = font.readUInt16BE(record) === 0 || font.readUInt16BE(record) === 3
    if (isUnicode && font.readUInt16BE(subtable) === 4) {
      const covered = readSegments(font, subtable)
      return (codePoint) => covered.has(codePoint)
    }
  }
  throw new Error('The font has no Unicode table of format 4')
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}

function readSegments(font: Buffer, subtable: number): ReadonlySet<number> {
  const doubled = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  const covered = new Set<number>()
  for (let at = 0; at < doubled; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)]
    const [delta, offset] = [font.readUInt16BE(deltas + at), font.readUInt16BE(offsets + at)]
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const stored = offset === 0 ? code : font.readUInt16BE(offsets + at + offset + (code - start) * 2)
      // In the second form a stored 0 means "no glyph" and is not shifted.
      const glyph = offset !== 0 && stored === 0 ? 0 : (stored + delta) & 0xffff
      if (glyph !== 0) covered.add(code)
    }
  }
  return covered
}
