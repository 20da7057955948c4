import type { CompositeResult } from '../analysis/analysis.ts'
import { plural } from '../language/plural.ts'
import type { LocalText } from '../language/language.ts'
import {
  requirementsOfStage,
  sharedRequirementsOfStage,
  sharedRequirementsWords,
} from '../analysis/shared-requirements.ts'
import { addCompositeFigures } from './composite-figures.ts'
import { fewestForPercent } from './print-figure.ts'
import type { ReportContext } from './report-context.ts'

/** What a composite says, without its full stop: a mean over ten cases or more, the counts of fewer. Never of a withheld one. */
export function sentenceOfComposite(context: ReportContext, composite: CompositeResult): LocalText {
  const { cases, share } = composite
  const ids = addCompositeFigures(context, composite)
  const { shared, words } = requirementsOf(context, composite)
  if (share === null) return sentenceWithoutShare(composite, shared, words)
  const reviewed = {
    da: `{${ids.cases}} ${plural('da', cases, 'sag', 'sager')} er gennemgået`,
    en: `{${ids.cases}} ${plural('en', cases, 'case was', 'cases were')} reviewed`,
  }
  const of =
    words === null
      ? { da: 'de krav, der er relevante for den,', en: 'the requirements that apply to it' }
      : {
          da: `de krav, der er relevante for den blandt ${words.da},`,
          en: `the requirements that apply to it among ${words.en}`,
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
  const only =
    words === null
      ? { da: '', en: '' }
      : { da: `, når kun ${words.da}, tælles med`, en: `, counting only ${words.en}` }
  return {
    da: `${reviewed.da}. ${cases === 1 ? 'I den' : 'I dem'} er {${ids.share}} relevante krav i orden${only.da}`,
    en: `${reviewed.en}. ${cases === 1 ? 'It meets' : 'They meet'} {${ids.share}} applicable requirements${only.en}`,
  }
}

/** How many requirements the composite is made of, null where that is not known, and the words where they are not all. */
function requirementsOf(
  { analysis, programme }: ReportContext,
  { stage: key }: CompositeResult,
): { readonly shared: number | null; readonly words: LocalText | null } {
  const stage = programme.stages.find((one) => one.key === key)
  return stage === undefined
    ? { shared: analysis.requirements?.shared ?? null, words: sharedRequirementsWords(analysis) }
    : {
        shared: requirementsOfStage(analysis, stage).shared,
        words: sharedRequirementsOfStage(analysis, stage),
      }
}

function sentenceWithoutShare(
  { notApplicable }: CompositeResult,
  shared: number | null,
  words: LocalText | null,
): LocalText {
  if (shared === 0 && words !== null)
    return {
      da: 'Der er ikke noget samlet tal, fordi de to runder ikke har spurgt ens om noget krav',
      en: 'There is no overall figure, because the two rounds asked no requirement alike',
    }
  if (notApplicable === 0)
    return { da: 'Ingen svar kan samles til et tal', en: 'There are no answers to make a figure of' }
  const among = words === null ? { da: '', en: '' } : { da: ` blandt ${words.da},`, en: ` among ${words.en}` }
  return {
    da: `Intet krav${among.da} var relevant i nogen sag`,
    en: `No requirement${among.en} was applicable in any case`,
  }
}
