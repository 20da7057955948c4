import type { ChangeClass, ClassicalClass } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'

/**
 * The honest classes (statistics.md 2) as they stand in tables. They say what the figure did and not why: reviewers may
 * have become milder or stricter. The arrow doubles the word; colour is not needed.
 */
export const changeWords: Readonly<Record<ChangeClass, LocalText>> = {
  improved: { da: '↑ Klar stigning', en: '↑ Clear rise' },
  declined: { da: '↓ Klart fald', en: '↓ Clear fall' },
  'signal-up': { da: '↗ Muligvis stigning, følges', en: '↗ Possible rise, watch' },
  'signal-down': { da: '↘ Muligvis fald, følges', en: '↘ Possible fall, watch' },
  'no-clear-change': { da: 'Ingen klar ændring', en: 'No clear change' },
  'all-compliant-both': { da: '100 % begge gange', en: '100% both times' },
  'too-few': { da: 'For få svar', en: 'Too few answers' },
}

/** Of composites, whose test is of cases: with few of them there may still be many answers. */
export const compositeChangeWords: typeof changeWords = {
  ...changeWords,
  'too-few': { da: 'For få sager', en: 'Too few cases' },
}

/** The classes of the printed reports; they look at the point estimates alone. */
export const classicalWords: Readonly<Record<ClassicalClass, LocalText>> = {
  progress: { da: 'Fremgang', en: 'Progress' },
  unchanged: { da: 'Uændret', en: 'Unchanged' },
  decline: { da: 'Tilbagegang', en: 'Decline' },
  'held-at-100': { da: 'Fastholdt på 100 %', en: 'Held at 100%' },
}

/** What a composite did, as a sentence of its own without its full stop. */
export const changeSentences: Readonly<Record<ChangeClass, LocalText>> = {
  improved: {
    da: 'Det er en klar stigning: tilfældet alene forklarer den næppe',
    en: 'That is a clear rise: chance alone hardly explains it',
  },
  declined: {
    da: 'Det er et klart fald: tilfældet alene forklarer det næppe',
    en: 'That is a clear fall: chance alone hardly explains it',
  },
  'signal-up': {
    da: 'Det kan være en stigning, men tilfældet kan ikke udelukkes',
    en: 'It may be a rise, but chance cannot be ruled out',
  },
  'signal-down': {
    da: 'Det kan være et fald, men tilfældet kan ikke udelukkes',
    en: 'It may be a fall, but chance cannot be ruled out',
  },
  'no-clear-change': { da: 'Det er ikke en klar ændring', en: 'That is no clear change' },
  'all-compliant-both': {
    da: 'Alt var i orden begge gange',
    en: 'All requirements were met both times',
  },
  'too-few': { da: 'Der er for få sager til at sige mere', en: 'There are too few cases to say more' },
}
