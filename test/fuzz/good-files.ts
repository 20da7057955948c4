import { Buffer } from 'node:buffer'
import writeExcelFile from 'write-excel-file/node'
import { units } from './importers.ts'

/** Files as case systems write them. */
export const goodCases = [
  ['sagsnummer', 'sagstrin', 'enhed', 'sagsbehandler', 'startet', 'afsluttet', 'barn', 'bemærkning'],
  ...Array.from({ length: 12 }, (_, at) => [
    `BV-${at}`, 'underretning', units[at % 2] ?? '', 'ABC', `2026-0${1 + (at % 9)}-02`, `1${at % 9}-10-2026`, `B-${at}`, '',
  ]),
] // prettier-ignore
export const goodEvents = [
  ['sagsnummer', 'hændelse', 'tidspunkt', 'enhed', 'sagsbehandler', 'barn'],
  ...Array.from({ length: 12 }, (_, at) => [
    `BV-${at}`, at % 2 === 0 ? 'notified' : 'screened', `2026-0${1 + (at % 9)}-02T1${at % 9}:30`, units[at % 2] ?? '', 'ABC', `B-${at}`,
  ]),
] // prettier-ignore

export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = rows.map((row) => row.map((value) => ({ value, type: String })))
  return Buffer.from(await writeExcelFile([{ sheet: 'Ark', data }]).toBuffer())
}
