import { analyseLevel, type LevelScope } from '../core/analysis/analyse-level.ts'
import { analyse } from '../core/analysis/analyse.ts'
import { compareSides, type Side } from '../core/analysis/compare-sides.ts'
import type { AnalysisInput } from '../core/analysis/open-rounds.ts'
import { composeReport, type ReportInput } from '../core/report/compose-report.ts'
import type { Report } from '../core/report/report.ts'
import { roundDataTables } from '../core/report/round-data.ts'
import { auditDisclosure, type DisclosureAudit } from '../core/disclosure/audit-disclosure.ts'
import type {
  AuditJob,
  ComposedJob,
  DataJob,
  Edition,
  ListJob,
  ReportJob,
} from '../app/report/report-press.ts'
import { renderReport } from '../render/renderers.ts'

/** What the second thread can be asked for; the answers pass between the threads as copies. */
export type Calculation =
  | { readonly kind: 'analyse'; readonly input: AnalysisInput }
  | { readonly kind: 'analyse-level'; readonly input: AnalysisInput; readonly scope: LevelScope }
  | { readonly kind: 'compare-sides'; readonly a: Side; readonly b: Side }
  | { readonly kind: 'render'; readonly job: ReportJob }
  | { readonly kind: 'render-composed'; readonly job: ComposedJob }
  | { readonly kind: 'lay-out'; readonly job: DataJob }
  | { readonly kind: 'lay-out-list'; readonly job: ListJob }
  | { readonly kind: 'compose'; readonly input: ReportInput }
  | { readonly kind: 'audit'; readonly job: AuditJob }
  | { readonly kind: 'describe'; readonly input: ReportInput }

export type Outcome<K extends Calculation['kind']> = K extends 'analyse'
  ? ReturnType<typeof analyse>
  : K extends 'analyse-level'
    ? ReturnType<typeof analyseLevel>
    : K extends 'compare-sides'
      ? ReturnType<typeof compareSides>
      : K extends 'render' | 'render-composed' | 'lay-out' | 'lay-out-list'
        ? Uint8Array
        : K extends 'compose'
          ? Report
          : K extends 'audit'
            ? DisclosureAudit
            : Edition

export async function calculate(calculation: Calculation): Promise<Outcome<Calculation['kind']>> {
  switch (calculation.kind) {
    case 'analyse':
      return analyse(calculation.input)
    case 'analyse-level':
      return analyseLevel(calculation.input, calculation.scope)
    case 'compare-sides':
      return compareSides(calculation.a, calculation.b)
    case 'render': {
      const { input, language, format, createdAt } = calculation.job
      return renderReport(composeReport(input), language, format, createdAt)
    }
    case 'render-composed': {
      const { report, language, format, createdAt } = calculation.job
      return renderReport(report, language, format, createdAt)
    }
    case 'lay-out':
      return layOut(calculation.job)
    case 'lay-out-list': {
      const { renderList } = await import('../render/list/render-list.ts')
      return renderList(calculation.job)
    }
    case 'compose':
      return composeReport(calculation.input)
    case 'audit': {
      const { edition, earlier, smallCell } = calculation.job
      return auditDisclosure(edition, earlier, smallCell)
    }
    case 'describe':
      return describe(calculation.input)
  }
  return calculation satisfies never
}

async function layOut({ title, data, format, language, createdAt }: DataJob): Promise<Uint8Array> {
  const { renderRoundCsv, renderRoundXlsx } = await import('../render/round-data/render-round-data.ts')
  const file = { title, tables: roundDataTables(data), language, createdAt }
  return format === 'csv' ? renderRoundCsv(file) : renderRoundXlsx(file)
}

function describe(input: ReportInput): Edition {
  const { sections, figures } = composeReport(input)
  const all = Object.values(figures)
  return {
    sections: sections.map(({ title, annex, sections: parts }) => ({
      title,
      annex: annex === true,
      parts: parts.map((part) => part.title),
    })),
    figures: all.length,
    withheld: all.filter(({ withheld }) => withheld).length,
  }
}
