import { Buffer } from 'node:buffer'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cutOff, flipBytes, oddCells, type Pick } from './mutate-bytes.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
/** A billion words in a few lines, a file of the machine's, and one from afar. */
const entities = [
  `<!DOCTYPE a [<!ENTITY a "lol">${'bcdefghij'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE a [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY j "x">]>',
] // prettier-ignore
const names = [
  '/etc/passwd',
  '../../../a.xml',
  'C:\\a.xml',
  'xl/worksheets/../../a',
  'a'.repeat(3000),
  '\u0000',
  '\u202exml',
]

/** A workbook with something wrong inside its archive, or around it. */
export function spoiltWorkbook(good: Buffer, pick: Pick): Buffer {
  if (pick(4) === 0) return pick(3) === 0 ? cutOff(good, pick) : flipBytes(good, pick)
  const files: Record<string, Uint8Array> = { ...unzipSync(good) }
  for (let times = 0; times <= pick(2); times += 1) spoil(files, pick)
  const packed = Buffer.from(zipSync(files, { level: pick(2) === 0 ? 0 : 1 }))
  return pick(6) === 0 ? flipBytes(packed, pick, 2) : packed
}

function spoil(files: Record<string, Uint8Array>, pick: Pick): void {
  const all = Object.keys(files)
  const name = all[pick(all.length)] ?? ''
  const sheet = all.find((one) => one.includes('worksheets/sheet')) ?? name
  const strings = all.find((one) => one.endsWith('sharedStrings.xml')) ?? sheet
  const edit = (file: string, how: (xml: string) => string): void => {
    files[file] = strToU8(how(strFromU8(files[file] ?? new Uint8Array())))
  }
  const odd = oddCells[pick(oddCells.length)] ?? ''
  const far = String([-1, 2 ** 31, 1e9, 99_999, 'NaN', '', '1e9'][pick(7)])
  switch (pick(14)) {
    case 0:
      delete files[name]
      break
    case 1:
      files[name] = new Uint8Array()
      break
    case 2:
      files[name] = flipBytes(Buffer.from(files[name] ?? []), pick)
      break
    case 3:
      files[name] = cutOff(Buffer.from(files[name] ?? []), pick)
      break
    case 4:
      files[names[pick(names.length)] ?? ''] = strToU8('<a/>')
      break
    case 5: {
      const doctype = entities[pick(entities.length)] ?? ''
      edit(pick(2) === 0 ? sheet : strings, (xml) =>
        `${declaration}${doctype}${xml.replace(/<\?xml[^>]*\?>/, '')}`.replace(/<t( [^>]*)?>[^<]*/, '<t>&j;'),
      )
      break
    }
    case 6:
      edit(sheet, (xml) => xml.replaceAll(/t="s"><v>\d+/g, `t="s"><v>${far}`))
      break
    case 7:
      edit(sheet, (xml) =>
        xml.replace(/r="[A-Z]+(\d+)"/, `r="${['XFD', 'BDWGN', 'ZZZZZZ', 'A-', ''][pick(5)]}$1"`),
      )
      break
    case 8:
      edit(sheet, (xml) => xml.replace(/<row r="\d+"/, `<row r="${far}"`).replace(/r="A\d+"/, `r="A${far}"`))
      break
    case 9:
      edit(sheet, (xml) => xml.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"'))
      break
    case 10:
      edit(sheet, (xml) => xml.replace(/<v>[^<]*<\/v>/, `<f>SUM(A1:A${far})</f><v>${escaped(odd)}</v>`))
      break
    case 11:
      edit(strings, (xml) => xml.replace(/<t( [^>]*)?>[^<]*/, `<t>${escaped(odd)}`))
      break
    case 12:
      edit(name, (xml) => `${'<a>'.repeat(20_000)}${xml}`)
      break
    default:
      edit(name, (xml) =>
        xml.replaceAll(/"[^"]{1,30}"/g, (value) => (pick(30) === 0 ? `"${escaped(odd)}"` : value)),
      )
  }
}

function escaped(text: string): string {
  return text.slice(0, 2000).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A sheet whose one row has so many cells. */
export function wideWorkbook(good: Buffer, columns: number): Buffer {
  const files = unzipSync(good)
  const sheet = Object.keys(files).find((one) => one.includes('worksheets/sheet')) ?? ''
  const cells = Array.from({ length: columns }, (_, at) => `<c r="${letters(at)}1"><v>1</v></c>`).join('')
  const xml = strFromU8(files[sheet] ?? new Uint8Array())
  files[sheet] = strToU8(
    xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData><row r="1">${cells}</row></sheetData>`),
  )
  return Buffer.from(zipSync(files))
}

function letters(at: number): string {
  const rest = Math.floor(at / 26) - 1
  return `${rest < 0 ? '' : letters(rest)}${String.fromCharCode(65 + (at % 26))}`
}
