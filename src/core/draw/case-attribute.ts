import type { CaseStage } from '../registry/case-stage.ts'

/**
 * Reads one property of a case stage by the name that programmes use: a frame column of ours, `month` (in which the
 * stage was completed) or any other column of the file. Undefined: the frame has no such column.
 */
export function caseAttribute(caseStage: CaseStage, name: string): string | undefined {
  switch (name) {
    case 'case_id':
      return caseStage.caseId
    case 'stage':
      return caseStage.stage
    case 'unit':
      return caseStage.unit
    case 'caseworker':
      return caseStage.caseworker
    case 'started':
      return caseStage.started
    case 'completed':
      return caseStage.completed
    case 'month':
      return caseStage.completed.slice(0, 7)
    default:
      return Object.hasOwn(caseStage.attributes, name) ? caseStage.attributes[name] : undefined
  }
}
