import { z } from 'zod'

/**
 * The database cannot store NUL, and no other control character is something that a person writes; nor is what turns the
 * order of letters around, by which a text would be read as another than the one that is stored.
 */
const controlCharacter = /[\p{Cc}\p{Bidi_Control}]/u
const exceptLineBreaks = /[^\P{Cc}\t\n\r]|\p{Bidi_Control}/u

const unfitCharacters = {
  params: {
    code: 'unfit-characters',
    text: {
      da: 'Teksten indeholder tegn, som ikke kan gemmes, f.eks. styretegn, tegn der vender læseretningen, eller et halvt tegn. Slet dem, eller skriv teksten igen.',
      en: 'The text contains characters that cannot be stored, such as control characters, characters that turn the reading direction, or half a character. Delete them, or write the text again.',
    },
  },
}

/** Spaces of any script, marks without a letter, and what is there only to join or order others: nobody sees any of it. */
const visible = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** A text in which nobody sees anything is none, so that whatever must be written is refused; of others nothing goes. */
function orNone(text: string): string {
  return visible.test(text) ? text : ''
}

/** Text on one line, trimmed. Every text that a route takes in is this or `plainText`; a password is never stored. */
export const plainLine = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed() && !controlCharacter.test(text), unfitCharacters)
  .overwrite(orNone)

/** Text that may have several lines and tabs, trimmed. */
export const plainText = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed() && !exceptLineBreaks.test(text), unfitCharacters)
  .overwrite(orNone)
