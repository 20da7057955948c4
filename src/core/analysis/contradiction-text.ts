import { plural } from '../language/plural.ts'
import type { LocalText } from '../language/language.ts'
import type { ContradictionCode } from './analysis.ts'

const mostNames = 5

/** What was found, in words; names up to five cases or questions and says how many more there are. */
export function contradictionText(
  code: ContradictionCode,
  stage: LocalText | null,
  level: number | null,
  names: readonly string[],
  notApplicable = 0,
): LocalText {
  const count = names.length
  const where = {
    da: `${stage?.da ?? 'Alle sagstrin'}${level === null ? '' : `, niveau ${level}`}`,
    en: `${stage?.en ?? 'All stages'}${level === null ? '' : `, level ${level}`}`,
  }
  const cases = {
    da: count === 1 ? '1 sag' : `${count} sager`,
    en: count === 1 ? '1 case' : `${count} cases`,
  }
  const sentence: Record<ContradictionCode, LocalText> = {
    'end-before-start': {
      da: `${cases.da} slutter, før sagstrinnet begynder`,
      en: `${cases.en} ${count === 1 ? 'ends' : 'end'} before the stage starts`,
    },
    'not-in-frame': {
      da: `${cases.da} er gennemgået, men findes ikke blandt de afsluttede sagstrin`,
      en: `${cases.en} ${count === 1 ? 'was' : 'were'} reviewed but ${count === 1 ? 'is' : 'are'} not among the finished case stages`,
    },
    'unit-differs': {
      da: `${cases.da} har en anden enhed i besvarelsen end blandt de afsluttede sagstrin`,
      en: `${cases.en} ${count === 1 ? 'has' : 'have'} another unit in the answers than among the finished case stages`,
    },
    'not-in-level-below': {
      da: `${cases.da} er gennemgået uden at være gennemgået på niveauet under`,
      en: `${cases.en} ${count === 1 ? 'was' : 'were'} reviewed without having been reviewed at the level below`,
    },
    'answers-missing': {
      da: `${cases.da} mangler svar på et eller flere spørgsmål`,
      en: `${cases.en} ${count === 1 ? 'lacks' : 'lack'} answers to one or more questions`,
    },
    'answered-though-not-asked': {
      da: `${cases.da} har svar på et spørgsmål, der ikke skulle stilles`,
      en: `${cases.en} ${count === 1 ? 'has' : 'have'} an answer to a question that was not to be asked`,
    },
    'baseline-incomplete': {
      da: `${count} af baselinens spørgsmål kunne ikke sammenlignes${nowhere(count, notApplicable).da}`,
      en: `${count} ${plural('en', count, 'question', 'questions')} of the baseline could not be compared${nowhere(count, notApplicable).en}`,
    },
  }
  const shown = names.slice(0, mostNames).join(', ')
  const more =
    count > mostNames ? { da: ` og ${count - mostNames} til`, en: ` and ${count - mostNames} more` } : null
  return {
    da: `${where.da}: ${sentence[code].da} (${shown}${more?.da ?? ''}).`,
    en: `${where.en}: ${sentence[code].en} (${shown}${more?.en ?? ''}).`,
  }
}

/** Answered, but not applicable in any case of one round: nobody has contradicted anybody. */
function nowhere(count: number, notApplicable: number): LocalText {
  if (notApplicable === 0) return { da: '', en: '' }
  if (count === 1)
    return {
      da: ', fordi det ikke var relevant i nogen sag',
      en: ', because it was not applicable in any case',
    }
  const they = plural('en', notApplicable, 'it was', 'they were')
  return {
    da: `, heraf ${notApplicable}, fordi ${notApplicable === 1 ? 'det' : 'de'} ikke var ${notApplicable === 1 ? 'relevant' : 'relevante'} i nogen sag`,
    en: `, ${notApplicable} of them because ${they} not applicable in any case`,
  }
}
