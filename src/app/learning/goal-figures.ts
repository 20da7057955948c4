import { indexQuestions } from '../../core/analysis/question-index.ts'
import { showsCompliance } from '../../core/analysis/compliance.ts'
import type { Aim, AimedFigure } from '../../core/learning/goal-figure.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { RoundFigures } from '../analysis/round-figures.ts'

/** An aim's figure among a round's; undefined where the round has none in that unit (null: the whole municipality). */
export function figureOfAim(
  { questions, composites }: RoundFigures,
  { stage, question }: Pick<Aim, 'stage' | 'question'>,
  unit: string | null,
): AimedFigure | undefined {
  const row =
    question === null
      ? composites.find((one) => one.stage === stage && one.unit === unit)
      : questions.find((one) => one.question === question && one.unit === unit)
  if (row === undefined) return undefined
  const { numerator, denominator, notApplicable, share, interval, method } = row
  const sample = 'cases' in row ? row.cases : denominator
  return { numerator, denominator, notApplicable, share, interval, method, sample }
}

/** Whether the programme has what is aimed at, and reads compliance from it. */
export function isAimOf(programme: Programme, { stage, question }: Pick<Aim, 'stage' | 'question'>): boolean {
  if (question !== null) {
    const known = indexQuestions(programme).get(question)
    return known !== undefined && known.stage === stage && showsCompliance(known.question)
  }
  return stage === null || programme.stages.some(({ key }) => key === stage)
}

/** Keys of the questions that an aim's figure is made of. */
export function questionsOfAim(programme: Programme, { stage, question }: Aim): readonly string[] {
  if (question !== null) return [question]
  return programme.stages
    .filter(({ key }) => stage === null || key === stage)
    .flatMap(({ questions }) => questions.filter(showsCompliance).map(({ key }) => key))
}

export function allQuestions(programme: Programme): readonly string[] {
  return programme.stages.flatMap(({ questions }) => questions.map(({ key }) => key))
}

/** An aim in words, as the programme has it; what it has no more keeps its key. */
export function nameAim(programme: Programme | undefined, { programme: key, stage, question }: Aim) {
  const known = programme?.stages.find((one) => one.key === stage)
  const asked = known?.questions.find((one) => one.key === question)
  return {
    programme: key,
    stage: stage === null ? null : { key: stage, title: known?.title ?? { da: stage, en: stage } },
    question:
      question === null
        ? null
        : {
            key: question,
            number: asked?.number ?? question,
            text: asked?.text ?? { da: question, en: question },
          },
  }
}
