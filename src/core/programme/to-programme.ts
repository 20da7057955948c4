import type { Criterion, DerivedRule, Level, Programme, Question, Stage } from './programme.ts'
import type {
  CriterionSource,
  LevelSource,
  ProgrammeSource,
  QuestionSource,
  StageSource,
} from './programme-schema.ts'

/** The programme that a checked file describes, with what the file may leave out filled in. */
export function toProgramme(source: ProgrammeSource): Programme {
  return {
    ...source,
    laws: source.laws ?? [],
    themes: source.themes ?? [],
    levels: source.levels.map(toLevel).sort((one, other) => one.level - other.level),
    stages: source.stages.map(toStage),
  }
}

function toLevel({ apart, ...source }: LevelSource): Level {
  return {
    ...source,
    ...(apart === true ? { apart } : {}),
    eligibility: (source.eligibility ?? []).map(toCriterion),
    together: source.together ?? false,
    comparison: source.comparison ?? false,
  }
}

/** Checked before: exactly one kind of condition is there. */
function toCriterion({ attribute, is, isNot, ...range }: CriterionSource): Criterion {
  if (is !== undefined) return { attribute, is }
  if (isNot !== undefined) return { attribute, isNot }
  return { attribute, ...range }
}

function toStage(source: StageSource): Stage {
  return { ...source, questions: source.questions.map(toQuestion) }
}

function toQuestion({ legal, derived, ...source }: QuestionSource): Question {
  const answerType = source.answerType ?? 'yes-no'
  return {
    ...source,
    legal: Object.entries(legal ?? {}).map(([law, reference]) => ({ law, reference })),
    legalConfidence: source.legalConfidence ?? 'memory',
    answerType,
    ...(derived === undefined ? {} : { derived: derived.map(toRule) }),
    expected: source.expected === undefined ? expectedByDefault(answerType) : source.expected,
    baseline: source.baseline ?? false,
    escalates: source.escalates ?? false,
  }
}

function toRule({ grade, when = [] }: NonNullable<QuestionSource['derived']>[number]): DerivedRule {
  return {
    grade,
    when: when.map(({ question, questions, atLeast = 1, ...answer }) => ({
      // Checked before: one of the two is there.
      questions: questions ?? (question === undefined ? [] : [question]),
      atLeast,
      ...answer,
    })),
  }
}

function expectedByDefault(answerType: Question['answerType']): Question['expected'] {
  return answerType === 'yes-no' ? 'yes' : null
}
