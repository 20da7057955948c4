import { unknownReference, type Mistake } from './mistake.ts'
import type { Part, StageParts } from './programme-parts.ts'
import type { QuestionSource } from './programme-schema.ts'

/** A condition must point to an earlier yes-no question of the same stage, so that a form can be filled from top to bottom. */
export function checkAskedWhen(stage: StageParts): Mistake[] {
  const byKey = new Map(stage.questions.map((part, order) => [part.value.key, { ...part, order }]))
  return stage.questions.flatMap(({ value, path }, order): Mistake[] => {
    if (value.askedWhen === undefined) return []
    const at = [...path, 'askedWhen', 'question']
    const wanted = value.askedWhen.question
    const earlier = byKey.get(wanted)
    if (earlier === undefined)
      return [unknownReference(at, { da: 'Spørgsmålet', en: 'Question' }, wanted, [...byKey.keys()])]
    const circle = findCircle(value.key, byKey)
    if (circle !== undefined) return [inCircle(at, circle)]
    if (earlier.order >= order) return [tooLate(at, wanted)]
    return (earlier.value.answerType ?? 'yes-no') === 'yes-no' ? [] : [notYesNo(at, wanted)]
  })
}

/** The questions from `start` back to itself, when its conditions lead there. */
function findCircle(
  start: string,
  byKey: ReadonlyMap<string, Part<QuestionSource>>,
): readonly string[] | undefined {
  const way = [start]
  let next = byKey.get(start)?.value.askedWhen?.question
  while (next !== undefined && !way.includes(next)) {
    way.push(next)
    next = byKey.get(next)?.value.askedWhen?.question
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
