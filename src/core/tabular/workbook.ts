import { Buffer } from 'node:buffer'
import readSheets, { readSheet } from 'read-excel-file/node'
import type { Checked, Problem } from '../language/problem.ts'
import { comparable } from './column-names.ts'
import { errorCells, errorsAsText, tellErrors } from './error-cells.ts'
import { lookInside } from './inflated-size.ts'

const zipMark = [0x50, 0x4b, 0x03, 0x04]
/** Bytes unpacked. A sheet of 100,000 rows and ten columns has some 60 MB; reading takes several times that in memory. */
const largestWorkbook = 300_000_000
const oldExcelMark = [0xd0, 0xcf, 0x11, 0xe0]
/** What a workbook with a password is kept in, inside an envelope of the old format (MS-OFFCRYPTO 2.3). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** What a file is by its first bytes, whatever its name says. */
export function workbookKind(bytes: Uint8Array): 'xlsx' | 'xls' | 'none' {
  if (zipMark.every((byte, index) => bytes[index] === byte)) return 'xlsx'
  if (oldExcelMark.every((byte, index) => bytes[index] === byte)) return 'xls'
  return 'none'
}

/**
 * The first sheet's cells: strings, numbers, booleans, dates (UTC) or null; row and column numbers are kept. A workbook
 * with the same columns in another sheet is refused, since those rows would go unread.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Checked<unknown[][]>> {
  if (workbookKind(bytes) === 'xls')
    return { ok: false, problems: [isLocked(bytes) ? locked(file) : oldExcel(file)] }
  if (!file.toLowerCase().endsWith('.xlsx')) return { ok: false, problems: [misnamed(file)] }
  const { beyond, holdsErrors } = lookInside(bytes, largestWorkbook)
  if (beyond !== undefined)
    return { ok: false, problems: [beyond === 'size' ? tooLarge(file) : tooFar(file)] }
  if (!endsAsArchive(bytes)) return { ok: false, problems: [unreadable(file)] }
  try {
    const [first, ...others] = await sheetsOf(bytes)
    const cells = first?.data ?? []
    if (cells.some((row) => row.some(isDamaged))) return { ok: false, problems: [unreadable(file)] }
    const names = namesOf(cells)
    const further = others.filter(({ data }) => haveSameColumns(names, namesOf(data)))
    if (further.length > 0)
      return { ok: false, problems: [severalSheets(file, further.map(({ sheet }) => sheet))] } // prettier-ignore
    const inError = holdsErrors ? errorCells(cells, (await sheetsOf(errorsAsText(bytes)))[0]?.data ?? []) : []
    return inError.length > 0
      ? { ok: false, problems: tellErrors(inError, file) }
      : { ok: true, value: cells }
  } catch (error) {
    // The reader throws only for files it cannot read; its reasons are in English and about its own insides.
    if (error instanceof Error) return { ok: false, problems: [unreadable(file)] }
    throw error
  }
}

interface Sheet {
  readonly sheet: string
  readonly data: unknown[][]
}

/** All sheets; the first alone where another is no table (a chart), at which the reader gives up. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const workbook = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return await readSheets(workbook)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return [{ sheet: '', data: await readSheet(workbook) }]
  }
}

/** The texts of the first row that is not blank, as names are compared. */
function namesOf(cells: readonly (readonly unknown[])[]): ReadonlySet<string> {
  const header = cells.find((row) => row.some((cell) => cell !== null && cell !== '')) ?? []
  return new Set(
    header.flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [comparable(cell)] : [])),
  )
}

/** Two names or more, and half of them: a list of units beside a list of cases is another matter. */
function haveSameColumns(first: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...first].filter((name) => other.has(name)).length
  return shared >= 2 && shared * 2 >= first.size
}

/** XML 1.0 has neither NUL nor half a character; the reader lets them through, and a database cannot store them. */
function isDamaged(cell: unknown): boolean {
  return typeof cell === 'string' && (cell.includes('\u0000') || !cell.isWellFormed())
}

/** The record that ends every zip archive (APPNOTE 4.3.16). Of a file that was cut off, the reader would wait for the rest for ever. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const longestTail = 22 + 65_535
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-longestTail)
  return tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) >= 0
}

function oldExcel(file: string): Problem {
  return {
    code: 'old-excel',
    text: {
      da: 'Filen er i Excels gamle format (.xls). Åbn den, og gem den som .xlsx eller som CSV.',
      en: 'The file is in the old Excel format (.xls). Open it and save it as .xlsx or as CSV.',
    },
    at: { file },
  }
}

function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage)
}

function locked(file: string): Problem {
  return {
    code: 'workbook-locked',
    text: {
      da: 'Excel-filen er låst med en adgangskode. Åbn den i Excel, fjern adgangskoden, og gem den igen som .xlsx.',
      en: 'The Excel file is locked with a password. Open it in Excel, remove the password and save it again as .xlsx.',
    },
    at: { file },
  }
}

function tooLarge(file: string): Problem {
  const megabytes = largestWorkbook / 1_000_000
  return {
    code: 'workbook-too-large',
    text: {
      da: `Excel-filen fylder over ${megabytes} MB, når den pakkes ud, og læses derfor ikke. Gem arket som CSV, eller del det op.`,
      en: `The Excel file unpacks to more than ${megabytes} MB and is therefore not read. Save the sheet as CSV, or split it.`,
    },
    at: { file },
  }
}

function tooFar(file: string): Problem {
  return {
    code: 'workbook-too-wide',
    text: {
      da: 'Arket har celler længere ude, end der kan læses: for mange kolonner eller rækker i alt, eller et celle-nummer, der ikke findes. Slet de tomme rækker og kolonner efter tabellen, og gem arket igen.',
      en: 'The sheet has cells further out than can be read: too many columns or rows in all, or a cell number that does not exist. Delete the empty rows and columns after the table, and save the sheet again.',
    },
    at: { file },
  }
}

function severalSheets(file: string, names: readonly string[]): Problem {
  const shown = names.slice(0, 5).map((name) => `"${name.slice(0, 40)}"`).join(', ') // prettier-ignore
  return {
    code: 'several-sheets',
    text: {
      da: `Kun det første ark bliver læst, men de samme kolonner står også i ${shown}. Saml rækkerne i ét ark, eller gem hvert ark som en fil for sig.`,
      en: `Only the first sheet is read, but the same columns also stand in ${shown}. Put the rows in one sheet, or save each sheet as a file of its own.`,
    },
    at: { file },
  }
}

function misnamed(file: string): Problem {
  return {
    code: 'workbook-not-text',
    text: {
      da: 'Filen er en Excel-projektmappe (eller et zip-arkiv), men navnet slutter ikke på .xlsx. Omdøb den til .xlsx, eller gem arket som CSV.',
      en: 'The file is an Excel workbook (or a zip archive), but its name does not end in .xlsx. Rename it to .xlsx or save the sheet as CSV.',
    },
    at: { file },
  }
}

function unreadable(file: string): Problem {
  return {
    code: 'workbook-unreadable',
    text: {
      da: 'Excel-filen kan ikke læses; den er beskadiget eller ikke en Excel-fil. Gem arket som CSV, eller gem det igen som .xlsx.',
      en: 'The Excel file cannot be read; it is damaged or not an Excel file. Save the sheet as CSV or again as .xlsx.',
    },
    at: { file },
  }
}
