import type { CompositeResult } from '../analysis/analysis.ts'
import { plural } from '../language/plural.ts'
import type { LocalText } from '../language/language.ts'
import { sharedRequirementsWords } from '../analysis/shared-requirements.ts'
import { addCompositeFigures } from './composite-figures.ts'
import { fewestForPercent } from './print-figure.ts'
import type { ReportContext } from './report-context.ts'

/** What a composite says, without its full stop: a mean over ten cases or more, the counts of fewer. Never of a withheld one. */
export function sentenceOfComposite(context: ReportContext, composite: CompositeResult): LocalText {
  const { cases, share, notApplicable } = composite
  const ids = addCompositeFigures(context, composite)
  if (share === null)
    return notApplicable === 0
      ? { da: 'Ingen svar kan samles til et tal', en: 'There are no answers to make a figure of' }
      : { da: 'Intet krav var relevant i nogen sag', en: 'No requirement was applicable in any case' }
  const reviewed = {
    da: `{${ids.cases}} ${plural('da', cases, 'sag', 'sager')} er gennemgået`,
    en: `{${ids.cases}} ${plural('en', cases, 'case was', 'cases were')} reviewed`,
  }
  // A stage's own number of shared requirements is another one.
  const shared = composite.stage === null ? sharedRequirementsWords(context.analysis) : null
  const of =
    shared === null
      ? { da: 'de krav, der er relevante for den,', en: 'the requirements that apply to it' }
      : {
          da: `de krav, der er relevante for den blandt ${shared.da},`,
          en: `the requirements that apply to it among ${shared.en}`,
        }
  if (cases >= fewestForPercent)
    return {
      da: `${reviewed.da}. En gennemsnitlig sag har {${ids.share}} af ${of.da} i orden`,
      en: `${reviewed.en}. An average case meets {${ids.share}} of ${of.en}`,
    }
  // Public editions carry no counts of answers, and so few cases have no percentage.
  if (context.audience === 'public')
    return {
      da: `${reviewed.da}; det er for få til et samlet tal`,
      en: `${reviewed.en}, too few for an overall figure`,
    }
  return {
    da: `${reviewed.da}. ${cases === 1 ? 'I den' : 'I dem'} er {${ids.share}} relevante krav i orden`,
    en: `${reviewed.en}. ${cases === 1 ? 'It meets' : 'They meet'} {${ids.share}} applicable requirements`,
  }
}
