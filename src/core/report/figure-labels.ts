import type { LocalText } from '../language/language.ts'
import { printReport } from './print-report.ts'
import type { Report } from './report.ts'

/** What each printed figure of a report is called where it stands: section, row and column. By id, in reading order. */
export function figureLabels(report: Report): ReadonlyMap<string, LocalText> {
  const english = new Map(printReport(report, 'en').figures.map((each) => [each.figure.id, nameOf(each)]))
  return new Map(
    printReport(report, 'da').figures.map((each) => {
      const da = nameOf(each)
      return [each.figure.id, { da, en: english.get(each.figure.id) ?? da }]
    }),
  )
}

function nameOf({ sectionTitle, label }: { readonly sectionTitle: string; readonly label: string }): string {
  return label === '' ? sectionTitle : `${sectionTitle}: ${label}`
}
