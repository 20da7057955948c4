import type { LocalText } from '../language/language.ts'
import type { Mistake } from '../programme/mistake.ts'
import { suggest } from '../programme/suggestion.ts'
import type { KeyPath } from '../programme/yaml-lines.ts'

/** What can be wrong with rules whose parts each have the right shape. */

export function unknownKind(path: KeyPath, written: string, known: readonly string[]): Mistake {
  const hint = suggest(written, known)
  return {
    code: 'unknown-kind',
    path,
    text: {
      da: `Hændelsen "${written}" står ikke under kinds.${hint.da}`,
      en: `The event "${written}" does not stand under kinds.${hint.en}`,
    },
  }
}

export function kindBoth(path: KeyPath, kind: string): Mistake {
  return {
    code: 'start-is-end',
    path,
    text: {
      da: `"${kind}" kan ikke både begynde og afslutte samme frist: den ville være holdt med det samme. Skal noget ske igen og igen, er reglen af arten recurring.`,
      en: `"${kind}" cannot both start and end the same deadline: it would be met at once. If something must happen again and again, the rule is of the kind recurring.`,
    },
  }
}

export function aliasTwice(path: KeyPath, alias: string, earlier: string): Mistake {
  return {
    code: 'alias-twice',
    path,
    text: {
      da: `"${alias}" er allerede et ord for ${earlier}. Et ord kan kun betyde én ting.`,
      en: `"${alias}" is already a word for ${earlier}. A word can mean one thing only.`,
    },
  }
}

export function needsTime(path: KeyPath, rule: string): Mistake {
  return {
    code: 'needs-time',
    path,
    text: {
      da: `${rule} tælles i timer. Skriv needsTime: true ved hændelsen, så manglende klokkeslæt bliver meldt.`,
      en: `${rule} is counted in hours. Write needsTime: true at the event, so that a missing time of day is told.`,
    },
  }
}

export const limitUnclear: LocalText = {
  da: 'En frist skal have netop én af hours, workingDays, days, months og ofCase.',
  en: 'A limit needs exactly one of hours, workingDays, days, months and ofCase.',
}

export const conditionUnclear: LocalText = {
  da: 'En betingelse skal have netop én af followedBy, inForce og attribute. Skriv flere betingelser, hvis flere skal gælde.',
  en: 'A condition needs exactly one of followedBy, inForce and attribute. Write several conditions if several must hold.',
}

export const attributeUnclear: LocalText = {
  da: 'Skriv med is eller isNot, hvad hændelsen skal sige.',
  en: 'Write with is or isNot what the event must say.',
}

export const periodReversed: LocalText = {
  da: 'Reglerne holder op, før de begynder. Byt om på from og to.',
  en: 'The rules end before they begin. Swap from and to.',
}

export const pauseHalf: LocalText = {
  da: 'pause og resume hører sammen. Skriv dem begge, eller ingen af dem.',
  en: 'pause and resume belong together. Write both or neither.',
}

export const pauseMissing: LocalText = {
  da: 'Reglen kan sættes på pause, men settings siger ikke, hvilke hændelser der gør det (pause og resume).',
  en: 'The rule can be paused, but settings do not say which events do that (pause and resume).',
}

export const exceptionMissing: LocalText = {
  da: 'Reglen kan have undtagelser, men settings siger ikke, hvilken hændelse der er en (exception).',
  en: 'The rule can have exceptions, but settings do not say which event is one (exception).',
}

export const startMissing: LocalText = {
  da: 'fromStart siger noget om start, men start mangler.',
  en: 'fromStart says something about start, but start is missing.',
}

export const outcomeMissing: LocalText = {
  da: 'Reglen tæller kun det, der sker efter udfaldet (afterOutcome), men when siger ikke, hvad udfaldet er (followedBy).',
  en: 'The rule counts only what happens after the outcome (afterOutcome), but when does not say what the outcome is (followedBy).',
}

export const countTooMany: LocalText = {
  da: 'Reglen tæller hver slags hændelse én gang (distinct: kind), men count er større end antallet i step, så den aldrig kan holdes.',
  en: 'The rule counts each kind of event once (distinct: kind), but count is larger than the number in step, so it can never be kept.',
}
