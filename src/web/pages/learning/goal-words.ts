import type { GoalStanding, NamedAim } from '../../../contract/learning/goal.ts'
import type { goal } from '../../texts/da/goal.ts'
import type { StatusKind } from '../../ui/StatusTag.tsx'

type Texts = typeof goal
type Local = (text: { readonly da: string; readonly en: string }) => string

/** What is aimed at, short enough for a table. */
export function aimName(
  { stage, question }: NamedAim,
  texts: Pick<Texts, 'all' | 'wholeStage'>,
  local: Local,
) {
  if (stage === null) return texts.all
  if (question === null) return texts.wholeStage(local(stage.title))
  return `${local(stage.title)}, ${question.number}: ${local(question.text)}`
}

/** Red is for children at risk and for what is late; a goal that was not met is neither. */
export function standingTag(
  standing: GoalStanding,
  texts: Texts,
): { readonly kind: StatusKind; readonly word: string } {
  switch (standing.state) {
    case 'withdrawn':
      return { kind: 'neutral', word: texts.withdrawn }
    case 'waiting':
      return { kind: 'active', word: standing.round === null ? texts.noRound : texts.waiting }
    case 'judged': {
      const { verdict, final } = standing.judgement
      const word = texts.verdicts[verdict]
      const kind = verdict === 'met' ? 'done' : verdict === 'not-met' ? 'attention' : 'neutral'
      return { kind, word: final ? word : `${word} (${texts.provisional})` }
    }
    default:
      return standing satisfies never
  }
}

/** What the judgement means, in a sentence. */
export function verdictSentence(
  judgement: Extract<GoalStanding, { state: 'judged' }>['judgement'],
  target: string,
  texts: Texts,
): string {
  const { verdict, reason } = judgement
  const words = texts.verdictWords
  if (verdict !== 'cannot-tell') return words[verdict](target)
  return reason === 'no-answers' || reason === 'asked-otherwise' ? words[reason] : words['too-few'](target)
}
