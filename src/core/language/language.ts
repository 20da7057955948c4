/** The two languages of the interface; Danish comes first and is the language of law and data. */
export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in both languages. There is no fallback: a text that exists in one language only is a mistake. */
export type LocalText = Readonly<Record<Language, string>>
