import { unknownReference, type Mistake } from './mistake.ts'
import type { StageParts } from './programme-parts.ts'

/** A condition must point to an earlier yes-no question of the same stage, so that a form can be filled from top to bottom. */
export function checkAskedWhen({ questions }: StageParts): Mistake[] {
  const order = new Map(
    questions.flatMap(({ value }, index) => (value.key === undefined ? [] : [[value.key, index] as const])),
  )
  const conditions = new Map(
    questions.flatMap(({ value }) =>
      value.key === undefined || value.askedWhen === undefined
        ? []
        : [[value.key, value.askedWhen.question] as const],
    ),
  )
  return questions.flatMap(({ value, path }, index): Mistake[] => {
    if (value.askedWhen === undefined) return []
    const at = [...path, 'askedWhen', 'question']
    const wanted = value.askedWhen.question
    const earlier = order.get(wanted)
    if (earlier === undefined)
      return [unknownReference(at, { da: 'Spørgsmålet', en: 'Question' }, wanted, [...order.keys()])]
    const circle = value.key === undefined ? undefined : findCircle(value.key, conditions)
    if (circle !== undefined) return [inCircle(at, circle)]
    if (earlier >= index) return [tooLate(at, wanted)]
    return (questions[earlier]?.value.answerType ?? 'yes-no') === 'yes-no' ? [] : [notYesNo(at, wanted)]
  })
}

/** The questions from `start` back to itself, when the conditions lead there. */
function findCircle(start: string, conditions: ReadonlyMap<string, string>): readonly string[] | undefined {
  const way = new Set([start])
  let next = conditions.get(start)
  while (next !== undefined && !way.has(next)) {
    way.add(next)
    next = conditions.get(next)
  }
  return next === start ? [...way, start] : undefined
}

function inCircle(path: Mistake['path'], circle: readonly string[]): Mistake {
  const way = circle.join(' -> ')
  return {
    code: 'asked-when-circle',
    path,
    text: {
      da: `Betingelserne går i ring (${way}), så spørgsmålene aldrig stilles. Slet en af dem.`,
      en: `The conditions run in a circle (${way}), so the questions would never be asked. Delete one of them.`,
    },
  }
}

function tooLate(path: Mistake['path'], question: string): Mistake {
  return {
    code: 'asked-when-later',
    path,
    text: {
      da: `${question} kommer senere i sagstrinnet. Flyt det op før dette spørgsmål.`,
      en: `${question} comes later in the stage. Move it above this question.`,
    },
  }
}

function notYesNo(path: Mistake['path'], question: string): Mistake {
  return {
    code: 'asked-when-not-yes-no',
    path,
    text: {
      da: `${question} besvares ikke med ja, nej eller ikke relevant og kan derfor ikke være en betingelse.`,
      en: `${question} is not answered with yes, no or not applicable, so it cannot be a condition.`,
    },
  }
}
