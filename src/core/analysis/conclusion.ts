import type { LocalText } from '../language/language.ts'
import { plural } from '../language/plural.ts'
import type { Analysis } from './analysis.ts'

/**
 * What can and cannot be concluded from the single questions, in one sentence, and how much of it chance alone would
 * give. Null when the round is compared with none.
 */
export function conclusionOf(analysis: Pick<Analysis, 'baselineRound' | 'summary'>): LocalText | null {
  if (analysis.baselineRound === null) return null
  const { compared, tested, classes } = analysis.summary
  if (compared === 0)
    return {
      da: 'Ingen spørgsmål kunne sammenlignes med baseline.',
      en: 'No question could be compared with the baseline.',
    }
  const signals = classes['signal-up'] + classes['signal-down']
  const steady = classes['all-compliant-both']
  const few = classes['too-few']
  const chance = tested === 0 ? null : chanceSentence(analysis.summary)
  const parts = {
    da: [
      `${compared} spørgsmål sammenlignet: ${classes.improved} er steget klart`,
      `${classes.declined} er faldet klart`,
      `${signals} bør følges`,
      `${classes['no-clear-change']} viser ingen klar ændring`,
      ...(steady === 0 ? [] : [`${steady} er i orden i alle sager begge gange`]),
      ...(few === 0 ? [] : [`${few} har for få svar til at sige noget`]),
    ],
    en: [
      `${compared} ${plural('en', compared, 'question', 'questions')} compared: ${classes.improved} rose clearly`,
      `${classes.declined} fell clearly`,
      `${signals} to watch`,
      `${classes['no-clear-change']} without clear change`,
      ...(steady === 0 ? [] : [`${steady} compliant in every case both times`]),
      ...(few === 0 ? [] : [`${few} with too few answers to say`]),
    ],
  }
  return {
    da: `${parts.da.join(', ')}.${chance === null ? '' : ` ${chance.da}`}`,
    en: `${parts.en.join(', ')}.${chance === null ? '' : ` ${chance.en}`}`,
  }
}

/**
 * All that stands out is compared with all that chance would make stand out: what is called a rise or a fall is part of
 * both numbers, since chance makes no difference between the classes. Were nothing changed, hardly a question would have
 * q <= 10 % and p > 5 %: it takes that most of the questions have a p like it.
 */
function chanceSentence({ tested, standingOut, expectedFalseSignals }: Analysis['summary']): LocalText {
  const expected = Math.round(expectedFalseSignals)
  const about =
    expected === 0
      ? { da: 'færre end 1', en: 'fewer than 1' }
      : { da: `omkring ${expected}`, en: `about ${expected}` }
  const of =
    tested === 1
      ? { da: 'det ene prøvede spørgsmål', en: 'the one question tested' }
      : { da: `de ${tested} prøvede spørgsmål`, en: `the ${tested} questions tested` }
  return {
    da: `Havde intet ændret sig, ville ${about.da} af ${of.da} alligevel slå ud (q højst 10 % eller p højst 5 %); her slog ${standingOut} ud, når de klare og dem, der bør følges, tælles sammen.`,
    en: `Had nothing changed, ${about.en} of ${of.en} would still stand out (q at most 10% or p at most 5%); here ${standingOut} did, those that are clear and those to watch together.`,
  }
}
