import type { LocalText } from '../language/language.ts'
import { paragraph } from './cells.ts'
import type { ReportSection } from './report.ts'

/** Something that went otherwise than planned, as the people who held the audit describe it. */
export interface ReportedIrregularity {
  readonly text: LocalText
  readonly reason?: LocalText
}

/** What deviated from the plan; the section stands even when nothing did, so that its silence means something. */
export function writeIrregularities(
  irregularities: readonly ReportedIrregularity[] | undefined,
): ReportSection {
  return {
    key: 'irregularities',
    title: { da: 'Uregelmæssigheder', en: 'Irregularities' },
    blocks: [intro(irregularities), ...authored(irregularities ?? [])],
    sections: [],
  }
}

function intro(irregularities: readonly ReportedIrregularity[] | undefined) {
  if (irregularities === undefined)
    return paragraph(
      'Der er ikke vedlagt en liste over uregelmæssigheder. Rapporten kan derfor ikke sige, om tilsynet er gennemført som planlagt.',
      'No list of irregularities was supplied. The report can therefore not say whether the audit went as planned.',
    )
  return irregularities.length === 0
    ? paragraph(
        'Tilsynet er gennemført som planlagt; der er ikke registreret afvigelser.',
        'The audit went as planned; no deviations were recorded.',
      )
    : paragraph(
        'Følgende er gået anderledes end planlagt og skal tages med i læsningen af tallene:',
        'The following went otherwise than planned and should be kept in mind when reading the figures:',
      )
}

function authored(irregularities: readonly ReportedIrregularity[]): ReportSection['blocks'] {
  if (irregularities.length === 0) return []
  return [
    {
      kind: 'authored',
      paragraphs: irregularities.map(({ text, reason }) => ({
        da: reason === undefined ? text.da : `${text.da} Begrundelse: ${reason.da}`,
        en: reason === undefined ? text.en : `${text.en} Reason: ${reason.en}`,
      })),
    },
  ]
}
