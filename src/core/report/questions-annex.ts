import type { LocalText } from '../language/language.ts'
import type { Law, LegalConfidence, Question, Stage } from '../programme/programme.ts'
import { note, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import type { ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

const confidence: Readonly<Record<LegalConfidence, LocalText>> = {
  verified: { da: 'efterprøvet', en: 'verified' },
  partial: { da: 'delvist efterprøvet', en: 'partly verified' },
  memory: { da: 'ikke efterprøvet', en: 'not verified' },
}

/** Every question as asked, with the law that was in force when the cases were completed and how sure we are of it. */
export function writeQuestionsAnnex(context: ReportContext): ReportSection {
  const { programme } = context
  return {
    key: 'annex-questions',
    title: { da: 'Alle spørgsmål og deres retsgrundlag', en: 'All questions and their legal basis' },
    annex: true,
    blocks: [
      paragraph(
        'Retsgrundlaget er loven, som den gjaldt, da sagstrinnene blev afsluttet. Kolonnen »Efterprøvet« siger, om henvisningen er slået efter.',
        'The legal basis is the law as it stood when the case stages were completed. The column ‘Verified’ says whether the reference was looked up.',
      ),
      ...(programme.status === undefined
        ? []
        : [note(quoteText(programme.status.da), quoteText(programme.status.en))]),
    ],
    sections: programme.stages.map((stage) => ({
      key: `annex-${stage.key}`,
      title: stage.title,
      blocks: [questionTable(stage, listLawsInForce(context, stage))],
      sections: [],
    })),
  }
}

/** Laws in force on the day the stage's last reviewed case was completed; all, where that day is unknown. */
function listLawsInForce({ programme, analysis }: ReportContext, stage: Stage): readonly Law[] {
  const rows = analysis.stages.filter((row) => row.stage === stage.key && row.unit === null)
  const lastEnds = rows.flatMap(({ latestEnd }) => (latestEnd === null ? [] : [latestEnd])).toSorted()
  const last = lastEnds.at(-1)
  if (last === undefined) return programme.laws
  return programme.laws.filter(
    (law) => (law.from === undefined || law.from <= last) && (law.until === undefined || law.until >= last),
  )
}

function questionTable(stage: Stage, laws: readonly Law[]): Block {
  return {
    kind: 'table',
    caption: { da: `${stage.title.da}: spørgeramme`, en: `${stage.title.en}: questions asked` },
    columns: [
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1.7),
      startColumn('Retsgrundlag', 'Legal basis', 1),
      startColumn('Efterprøvet', 'Verified'),
      startColumn('Baseline', 'Baseline'),
    ],
    rows: stage.questions.map((question) => [
      plainCell(question.number),
      textCell(question.text),
      plainCell(legalBasis(question, laws)),
      textCell(confidence[question.legalConfidence]),
      textCell(question.baseline ? { da: 'ja', en: 'yes' } : { da: 'nej', en: 'no' }),
    ]),
    total: false,
  }
}

function legalBasis(question: Question, laws: readonly Law[]): string {
  const inForce = new Set(laws.map(({ key }) => key))
  const references = question.legal.filter(({ law }) => inForce.has(law)).map(({ reference }) => reference)
  return references.length === 0 ? '–' : references.join('; ')
}
