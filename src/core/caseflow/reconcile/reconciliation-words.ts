import type { Language, LocalText } from '../../language/language.ts'
import { printFigure, printInterval } from '../../report/print-figure.ts'
import type { Figure } from '../../report/report.ts'
import type { Interval } from '../../statistics/interval.ts'
import type { Outcome } from './outcome.ts'
import type { QuestionReconciliation, Reconciliation } from './reconciliation.ts'

export const outcomeWords: Readonly<Record<Outcome, LocalText>> = {
  'agree-in-time': { da: 'enige: i tide', en: 'agree: in time' },
  'agree-late': { da: 'enige: for sent', en: 'agree: late' },
  'registry-only': {
    da: 'registret siger i tide, gennemgangen nej',
    en: 'registry says in time, review says no',
  },
  'reviewer-only': {
    da: 'registret siger for sent, gennemgangen ja',
    en: 'registry says late, review says yes',
  },
  'not-applicable': { da: 'ikke relevant på en af siderne', en: 'not applicable on one side' },
  'cannot-tell': { da: 'registret kan ikke sige det', en: 'registry cannot tell' },
  'not-matched': { da: 'kan ikke parres', en: 'cannot be matched' },
}

/** The page in a sentence or two: how often the two say the same, counted and, over the cases, estimated. */
export function agreementWords({ units, weights }: Pick<Reconciliation, 'units' | 'weights'>): LocalText {
  const whole = units.find(({ unit }) => unit === null)
  const { numerator = 0, denominator = 0, share = null, interval = null } = whole?.agreement ?? {}
  if (denominator === 0)
    return {
      da: 'Ingen svar kunne sammenlignes med registrets datoer.',
      en: 'No answer could be compared with the registry’s dates.',
    }
  const figure = asFigure({ share, interval, sample: whole?.cases ?? 0 })
  const said = {
    da: `Registret og gennemgangen siger det samme i ${n(numerator, 'da')} af ${n(denominator, 'da')} sammenlignede svar.`,
    en: `Registry and review say the same in ${n(numerator, 'en')} of ${n(denominator, 'en')} compared answers.`,
  }
  if (figure.sample !== null && figure.sample < 10) return said
  // Not the one number divided by the other: a case with many answers counts once, by its chance of having been drawn.
  const drawn = weights !== 'none'
  const estimate = (language: Language) =>
    interval === null
      ? printFigure(figure, language)
      : `${printFigure(figure, language)} (${printInterval(figure, language)})`
  return {
    da: `${said.da} Gennemsnittet over sagerne${drawn ? ', vægtet efter lodtrækningen,' : ''} er ${estimate('da')}.`,
    en: `${said.en} The mean over the cases${drawn ? ', weighted as they were drawn,' : ''} is ${estimate('en')}.`,
  }
}

/** What a question's disagreements mean for the registry's share over all cases. */
export function correctedWords({ corrected }: Pick<QuestionReconciliation, 'corrected'>): LocalText {
  const { kind, stages, judged, inTime, interval } = corrected
  const share = (language: Language) =>
    judged < 10
      ? ''
      : `${printFigure(asFigure({ share: inTime / judged, interval: null, sample: judged }), language)}; `
  const says = {
    da: `Registret siger i tide i ${n(inTime, 'da')} af de ${n(judged, 'da')} sagstrin, det kan bedømme (${share('da')}${n(stages, 'da')} i alt)`,
    en: `The registry says in time in ${n(inTime, 'en')} of the ${n(judged, 'en')} case stages it can judge (${share('en')}${n(stages, 'en')} in all)`,
  }
  switch (kind) {
    case 'corrected':
      return corrected.share === null
        ? nothing
        : {
            da: `${says.da}. Efter det, gennemgangen fandt, er andelen nærmere ${range(corrected.share, interval, 'da')}.`,
            en: `${says.en}. By what the reviews found it is rather ${range(corrected.share, interval, 'en')}.`,
          }
    case 'limits': {
      const limits = asFigure({ share: null, interval, sample: null })
      return {
        da: `${says.da}. Der er kun gennemgået sager af den ene slags, så andelen kan ligge overalt i ${printInterval(limits, 'da')}.`,
        en: `${says.en}. Cases of one kind only were reviewed, so the share may lie anywhere in ${printInterval(limits, 'en')}.`,
      }
    }
    case 'too-few':
      return {
        da: `${says.da}. Færre end ti svar kan sammenlignes, så tallet kan ikke rettes.`,
        en: `${says.en}. Fewer than ten answers can be compared, so the share cannot be corrected.`,
      }
    case 'chosen-cases':
      return {
        da: `${says.da}. Sagerne til gennemgang er ikke valgt ved lodtrækning, så tallet kan ikke rettes efter dem.`,
        en: `${says.en}. The reviewed cases were not chosen by lot, so the share cannot be corrected by them.`,
      }
    case 'nothing-judged':
      return {
        da: 'Registret har ingen datoer, der kan bedømmes.',
        en: 'The registry has no dates that can be judged.',
      }
    case 'no-frame':
      return nothing
  }
  return kind satisfies never
}

const nothing: LocalText = {
  da: 'Uden listen over alle sagstrin kan registrets andel ikke regnes ud.',
  en: 'Without the list of all case stages the registry’s share cannot be computed.',
}

function range(share: number, interval: Interval | null, language: Language): string {
  const figure = asFigure({ share, interval, sample: null })
  return `${printFigure(figure, language)} (${printInterval(figure, language)})`
}

function n(count: number, language: Language): string {
  return count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
}

function asFigure({
  share,
  interval,
  sample,
}: {
  readonly share: number | null
  readonly interval: Interval | null
  readonly sample: number | null
}): Figure {
  return {
    id: '',
    value: share,
    format: 'percent',
    numerator: null,
    denominator: null,
    notApplicable: null,
    interval,
    sample,
    withheld: false,
    query: '',
  }
}

/** Whom a unit's figure sets apart, by Benjamini and Hochberg. */
export const againstRestWords = {
  less: { da: 'sjældnere enige end i de andre enheder', en: 'agree less often than elsewhere' },
  more: { da: 'oftere enige end i de andre enheder', en: 'agree more often than elsewhere' },
  no: { da: 'ingen klar forskel', en: 'no clear difference' },
  'too-few': { da: 'for få sager til at sige noget', en: 'too few cases to say' },
} as const satisfies Readonly<Record<string, LocalText>>

/** Why nothing was matched. */
export const notMatchedWords: Readonly<Record<'none' | 'several', LocalText>> = {
  none: {
    da: 'ingen frist af den slags i sagstrinnets dage',
    en: 'no such deadline in the days of the case stage',
  },
  several: {
    da: 'flere frister af den slags i sagstrinnets dage',
    en: 'several such deadlines in the days of the case stage',
  },
}
