import type { ChangeClass, ClassicalClass } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'

/** The honest classes (statistics.md 2) as they stand in tables. The arrow doubles the word; colour is not needed. */
export const changeWords: Readonly<Record<ChangeClass, LocalText>> = {
  improved: { da: '↑ Sikker fremgang', en: '↑ Improved' },
  declined: { da: '↓ Sikker tilbagegang', en: '↓ Declined' },
  'signal-up': { da: '↗ Mulig fremgang, følges', en: '↗ Signal upwards, watch' },
  'signal-down': { da: '↘ Mulig tilbagegang, følges', en: '↘ Signal downwards, watch' },
  'no-clear-change': { da: 'Ingen klar ændring', en: 'No clear change' },
  'all-compliant-both': { da: '100 % begge gange', en: '100% both times' },
  'too-few': { da: 'For få svar', en: 'Too few answers' },
}

/** The classes of the printed reports; they look at the point estimates alone. */
export const classicalWords: Readonly<Record<ClassicalClass, LocalText>> = {
  progress: { da: 'Fremgang', en: 'Progress' },
  unchanged: { da: 'Uændret', en: 'Unchanged' },
  decline: { da: 'Tilbagegang', en: 'Decline' },
  'held-at-100': { da: 'Fastholdt på 100 %', en: 'Held at 100%' },
}

/** A composite's change inside a sentence: "… er der sket …". */
export const changeSentences: Readonly<Record<ChangeClass, LocalText>> = {
  improved: { da: 'Det er en sikker fremgang', en: 'That is an improvement beyond chance' },
  declined: { da: 'Det er en sikker tilbagegang', en: 'That is a decline beyond chance' },
  'signal-up': {
    da: 'Det kan være en fremgang, men tilfældet kan ikke udelukkes',
    en: 'It may be an improvement, but chance cannot be ruled out',
  },
  'signal-down': {
    da: 'Det kan være en tilbagegang, men tilfældet kan ikke udelukkes',
    en: 'It may be a decline, but chance cannot be ruled out',
  },
  'no-clear-change': { da: 'Det er ikke en klar ændring', en: 'That is no clear change' },
  'all-compliant-both': {
    da: 'Alle krav var opfyldt begge gange',
    en: 'All requirements were met both times',
  },
  'too-few': { da: 'Der er for få sager til at sige mere', en: 'There are too few cases to say more' },
}
