import type { DrawFile } from './draw-file.ts'

/** DRAW.json as written: a line per stratum and per case, so that two draws can be compared line by line. */
export function drawFileText(draw: DrawFile): string {
  const { strata, cases, from, ...head } = draw
  const lines = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`)
  const link =
    from === null
      ? 'null'
      : `{\n    "level": ${from.level},\n    "frameDigest": ${JSON.stringify(from.frameDigest)},\n    "cases": ${listText(from.cases, '      ', '    ')}\n  }`
  return `{\n${lines.join('')}  "from": ${link},\n  "strata": ${listText(strata, '    ', '  ')},\n  "cases": ${listText(cases, '    ', '  ')}\n}\n`
}

function listText(items: readonly object[], indent: string, close: string): string {
  if (items.length === 0) return '[]'
  return `[\n${items.map((item) => indent + JSON.stringify(item)).join(',\n')}\n${close}]`
}
