import type { LocalText } from '../../core/language/language.ts'

const words: Readonly<Record<string, LocalText>> = {
  'blank-cell': { da: 'en tom celle', en: 'a blank cell' },
  'control-character': { da: 'linjeskift i sagsnummeret', en: 'a line break in the case id' },
  'cpr-in-id': { da: 'et CPR-nummer uden for sin kolonne', en: 'a CPR number outside its column' },
  'excel-day-number': { da: 'Excels tal for en dag', en: 'Excel’s number for a day' },
  'no-such-time': { da: 'et tidspunkt, der ikke findes', en: 'a time that does not exist' },
  'skipped-hour': { da: 'i den time, uret sprang over', en: 'in the hour that clocks skipped' },
  'in-the-future': { da: 'ude i fremtiden', en: 'in the future' },
  'before-birth': { da: 'før barnets fødsel', en: 'before the child was born' },
  'contradictory-correction': { da: 'rettelser, der modsiger hinanden', en: 'corrections that contradict each other' },
  'ragged-row': { da: 'for få eller for mange celler', en: 'too few or too many cells' },
} // prettier-ignore
const others: LocalText = { da: 'andre fejl', en: 'other mistakes' }

/** What is wrong with the rows that were refused, in a few words beside their number. */
export function refusedWords(code: string | undefined): LocalText {
  return (code === undefined ? undefined : words[code]) ?? others
}
