import type { PartChanges } from '../fix-package.ts'

export interface PrintedSheet {
  readonly name: string
  /** Rows at the top that are repeated on every page; 0: none. */
  readonly headRows: number
}

interface Setup {
  /** In the order of the workbook. */
  readonly sheets: readonly PrintedSheet[]
  /** Stands at the foot of every page, beside the sheet's name and the page number. */
  readonly title: string
}

/** A4 (ECMA-376 part 1, 18.3.1.63). */
const paper = 9
/** Longer header and footer texts are not opened (ECMA-376 part 1, 18.3.1.46: 255 characters with its codes). */
const longestTitle = 150

/**
 * How the sheets come out on paper: lying, all columns on a page, the head of the table and a foot on every page. The
 * writer knows the paper's direction only.
 */
export function printSetup({ sheets, title }: Setup): PartChanges {
  const foot = `&L${coded(title.slice(0, longestTitle))}&C&A&R&P/&N`
  const page =
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escaped(foot)}</oddFooter></headerFooter>`
  const ofSheets = sheets.map((_, index): [string, (xml: string) => string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    (xml) =>
      followed(
        followed(xml, /<worksheet [^>]*>/u, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        /<\/sheetData>/u,
        page,
      ),
  ])
  const heads = sheets.flatMap(({ name, headRows }, index) =>
    headRows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`'${name.replaceAll("'", "''")}'!$1:$${headRows}`)}</definedName>`,
        ],
  )
  return {
    ...Object.fromEntries(ofSheets),
    ...(heads.length > 0 && {
      'xl/workbook.xml': (xml) =>
        followed(xml, /<\/sheets>/u, `<definedNames>${heads.join('')}</definedNames>`).replace(
          '<definedNames/>',
          '',
        ),
    }),
  }
}

/** Throws where the writer no longer writes what this adds to. */
function followed(xml: string, place: RegExp, by: string): string {
  if (!place.test(xml)) throw new Error(`the workbook has no ${place.source}`)
  return xml.replace(place, (found) => found + by)
}

/** In a foot an ampersand begins a code, and two stand for one. */
function coded(text: string): string {
  return text.replaceAll('&', '&&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
