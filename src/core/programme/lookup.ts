import type { Law, Level, Programme, Question, Stage } from './programme.ts'

export function getStage(programme: Programme, key: string): Stage {
  return known(
    programme.stages.find((stage) => stage.key === key),
    programme,
    `stage ${key}`,
  )
}

/** Question keys are unique in a programme. */
export function findQuestion(programme: Programme, key: string): Question | undefined {
  for (const stage of programme.stages) {
    const question = stage.questions.find((candidate) => candidate.key === key)
    if (question !== undefined) return question
  }
  return undefined
}

export function getQuestion(programme: Programme, key: string): Question {
  return known(findQuestion(programme, key), programme, `question ${key}`)
}

export function findLevel(programme: Programme, level: number): Level | undefined {
  return programme.levels.find((candidate) => candidate.level === level)
}

export function getLevel(programme: Programme, level: number): Level {
  return known(findLevel(programme, level), programme, `level ${level}`)
}

/** The level that change is measured on; a checked programme has exactly one. */
export function getComparisonLevel(programme: Programme): Level {
  return known(
    programme.levels.find((level) => level.comparison),
    programme,
    'comparison level',
  )
}

/** In the order of stages and questions. */
export function listBaseline(programme: Programme): readonly Question[] {
  return programme.stages.flatMap((stage) => stage.questions.filter((question) => question.baseline))
}

/** The laws in force on a day (ISO), in the programme's order. */
export function listLawsInForce(programme: Programme, day: string): readonly Law[] {
  return programme.laws.filter(
    (law) => (law.from === undefined || law.from <= day) && (law.until === undefined || day <= law.until),
  )
}

function known<T>(value: T | undefined, programme: Programme, what: string): T {
  if (value === undefined)
    throw new Error(`programme ${programme.key} version ${programme.version} has no ${what}`)
  return value
}
