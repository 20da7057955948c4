import type { Language } from '../../core/language/language.ts'
import type { DisclosureAudit } from '../../core/disclosure/audit-disclosure.ts'
import type { PublishedReport } from '../../core/disclosure/published-report.ts'
import type { ReportInput } from '../../core/report/compose-report.ts'
import type { Report } from '../../core/report/report.ts'
import type { ReportContents, ReportFormat } from '../../contract/report/report.ts'
import type { DataFormat } from '../../contract/report/round-data.ts'
import type { RoundData } from '../../core/report/round-data.ts'
import type { DataCell, DataColumn } from '../../core/tabular/csv-text.ts'
import type { Immutable } from '../../contract/frame/route.ts'

export interface ReportJob {
  readonly input: ReportInput
  readonly language: Language
  readonly format: ReportFormat
  readonly createdAt: Date
}

/** A public edition, looked at as an attacker would who has all that were released before it. */
export interface AuditJob {
  readonly edition: PublishedReport
  readonly earlier: readonly PublishedReport[]
  readonly smallCell: number
}

/** A report that is composed already. */
export interface ComposedJob {
  readonly report: Report
  readonly language: Language
  readonly format: ReportFormat
  readonly createdAt: Date
}

export interface DataJob {
  readonly title: string
  readonly data: RoundData
  readonly format: DataFormat
  readonly language: Language
  readonly createdAt: Date
}

/** One table as a file of its own. */
export interface ListJob {
  readonly title: string
  readonly columns: readonly DataColumn[]
  readonly rows: readonly (readonly DataCell[])[]
  readonly format: 'csv' | 'xlsx'
  readonly createdAt: Date
}

export type Edition = Omit<Immutable<NonNullable<ReportContents['edition']>>, 'smallCell'>

/** Composes and lays out reports beside the server's own thread. `too-busy` when too much is waiting already. */
export interface ReportPress {
  render(job: ReportJob): Promise<Uint8Array | 'too-busy'>
  renderComposed(job: ComposedJob): Promise<Uint8Array | 'too-busy'>
  layOut(job: DataJob): Promise<Uint8Array | 'too-busy'>
  layOutList(job: ListJob): Promise<Uint8Array | 'too-busy'>
  compose(input: ReportInput): Promise<Report | 'too-busy'>
  audit(job: AuditJob): Promise<DisclosureAudit | 'too-busy'>
  describe(input: ReportInput): Promise<Edition | 'too-busy'>
}
