import type { LocalText } from '../language/language.ts'
import type { Problem } from '../language/problem.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { parseWrittenNumber } from '../tabular/written-number.ts'
import { caseAttribute } from './case-attribute.ts'
import { missingColumn, placeOf } from './eligibility.ts'

/** Beyond this, sums of risks lose the small ones; a risk so large is a slip. */
const largest = 1e9

/** A case's risk, 0 or more (`1,5` and `1.5` are the same), or what is wrong with the cell. */
export function readRisk(caseStage: CaseStage, column: string): number | Problem {
  const written = caseAttribute(caseStage, column)
  if (written === undefined) return missingColumn(column)
  const at = placeOf(caseStage, column)
  const { caseId } = caseStage
  if (written === '') return { code: 'risk-missing', text: missing(caseId), at }
  const risk = parseWrittenNumber(written)
  if (risk === undefined) return { code: 'risk-not-a-number', text: notANumber(caseId, written), at }
  if (risk < 0) return { code: 'risk-negative', text: negative(caseId, written), at }
  if (risk > largest) return { code: 'risk-too-large', text: tooLarge(caseId, written), at }
  return risk
}

export function noRiskAtAll(column: string): Problem {
  return {
    code: 'risk-all-zero',
    text: {
      da: `Alle sager har 0 i ${column}, så ingen kan trækkes. Giv de sager, der skal kunne trækkes, et tal over 0.`,
      en: `Every case has 0 in ${column}, so none can be drawn. Give the cases that are to be drawable a number above 0.`,
    },
    at: { column },
  }
}

function missing(caseId: string): LocalText {
  return {
    da: `Sag ${caseId} har ingen risiko. Skriv et tal fra 0; en sag med 0 kan ikke trækkes.`,
    en: `Case ${caseId} has no risk. Write a number from 0; a case of 0 cannot be drawn.`,
  }
}

function notANumber(caseId: string, written: string): LocalText {
  return {
    da: `Sag ${caseId}: "${written}" er ikke et tal. Skriv et tal fra 0, f.eks. 2 eller 1,5.`,
    en: `Case ${caseId}: "${written}" is not a number. Write a number from 0, such as 2 or 1.5.`,
  }
}

function negative(caseId: string, written: string): LocalText {
  return {
    da: `Sag ${caseId}: risikoen ${written} er under 0. Det laveste er 0, og så kan sagen ikke trækkes.`,
    en: `Case ${caseId}: the risk ${written} is below 0. The lowest is 0, and then the case cannot be drawn.`,
  }
}

function tooLarge(caseId: string, written: string): LocalText {
  return {
    da: `Sag ${caseId}: risikoen ${written} er over en milliard. Brug mindre tal; kun forholdet mellem dem tæller.`,
    en: `Case ${caseId}: the risk ${written} is above a billion. Use smaller numbers; only their ratio counts.`,
  }
}
