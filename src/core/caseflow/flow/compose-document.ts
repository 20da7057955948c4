import type { LocalText } from '../../language/language.ts'
import { assertReport } from '../../report/assert-report.ts'
import type { Report, ReportSection } from '../../report/report.ts'
import { wholeMunicipality, type FlowBook } from './compose-counts.ts'
import { dayRange, inBoth } from './compose-period.ts'
import { rulesLine, type FlowReportFrame } from './compose-shared.ts'
import type { FlowUnit } from './flow-figures.ts'

interface Told {
  readonly unit: FlowUnit | null
  /** ISO days, both included. */
  readonly from: string
  readonly to: string
}

/** The document around a report's sections: what it is called, whose it is, which days it tells of, and its figures. */
export function composeDocument(
  title: LocalText,
  { unit, from, to }: Told,
  frame: FlowReportFrame,
  { book }: FlowBook,
  sections: readonly ReportSection[],
): Report {
  const whose: LocalText = unit === null ? wholeMunicipality : { da: unit.name, en: unit.name }
  const composed: Report = {
    title,
    subtitle: inBoth((language) => `${whose[language]} · ${dayRange(from, to, language)}`),
    municipality: frame.municipality,
    audience: 'internal',
    notice: frame.notice,
    brief: true,
    basis: rulesLine(frame.rules),
    figures: book.toRecord(),
    sections,
  }
  assertReport(composed)
  return composed
}
