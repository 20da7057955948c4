import type { Problem } from '../../language/problem.ts'
import type { Programme } from '../../programme/programme.ts'
import { indexQuestions } from '../../analysis/question-index.ts'
import type { DeadlineRules } from '../deadline-rules.ts'
import type { QuestionPair, ReconciliationMapping } from './reconciliation-mapping.ts'

/** Of a mapping, the pairs that a programme and some rules have both sides of, and what is wrong with the others. */
interface CheckedPairs {
  readonly pairs: readonly QuestionPair[]
  readonly problems: readonly Problem[]
}

/**
 * Holds a mapping against a programme and the rules at hand. A question or rule that they lack, a question without an
 * expected answer, and a rule that no date tells about can be reconciled with nothing.
 */
export function checkPairs(
  mapping: ReconciliationMapping,
  programme: Programme,
  rules: readonly DeadlineRules[],
  file: string,
): CheckedPairs {
  const index = indexQuestions(programme)
  const dated = new Set(
    rules.flatMap(({ deadlines }) => deadlines.flatMap(({ id, kind }) => (kind === 'asked' ? [] : [id]))),
  )
  const problems: Problem[] = []
  const at = { file }
  if (mapping.programme !== programme.key)
    problems.push({ code: 'other-programme', text: otherProgramme(mapping.programme, programme.key), at })
  const pairs = mapping.pairs.filter(({ question: key, rules: ids }) => {
    const question = index.get(key)?.question
    const unknown = ids.filter((id) => !dated.has(id))
    if (question === undefined)
      problems.push({ code: 'unknown-question', text: unknownQuestion(key, programme.key), at })
    else if (question.answerType !== 'yes-no' || question.expected === null || question.escalates)
      problems.push({ code: 'question-without-expected-answer', text: noExpected(key), at })
    for (const id of unknown) problems.push({ code: 'unknown-rule', text: unknownRule(id, key), at })
    return (
      question !== undefined &&
      question.answerType === 'yes-no' &&
      question.expected !== null &&
      !question.escalates &&
      unknown.length < ids.length
    )
  })
  return { pairs: problems.some(({ code }) => code === 'other-programme') ? [] : pairs, problems }
}

function otherProgramme(named: string, key: string) {
  return {
    da: `Filen afstemmer programmet "${named}", men programmet her er "${key}".`,
    en: `The file reconciles the programme "${named}", but the programme here is "${key}".`,
  }
}

function unknownQuestion(question: string, programme: string) {
  return {
    da: `Spørgsmålet ${question} findes ikke i programmet "${programme}".`,
    en: `The question ${question} does not exist in the programme "${programme}".`,
  }
}

function noExpected(question: string) {
  return {
    da: `Spørgsmålet ${question} har intet forventet ja eller nej, så en dato kan hverken give det ret eller uret.`,
    en: `The question ${question} has no expected yes or no, so no date can agree or disagree with it.`,
  }
}

function unknownRule(rule: string, question: string) {
  return {
    da: `Reglen ${rule} ved spørgsmål ${question} findes ikke blandt fristreglerne, eller ingen hændelse fortæller, om den er holdt.`,
    en: `The rule ${rule} at question ${question} is not among the deadline rules, or no event tells whether it was kept.`,
  }
}
