import type { EventLayout } from '../../core/caseflow/event-layout.ts'
import type { Place, Problem } from '../../core/language/problem.ts'
import { comparable } from '../../core/tabular/column-names.ts'

/** A column that is named for CPR numbers and is not the one of the children's. */
export function cprColumn({ header, columns }: EventLayout): Problem | undefined {
  const ofChild = columns.at.cpr ?? columns.at.child
  const named = header.columns.find(
    (name, at) => at !== ofChild && /cpr|personn(?:umme)?r/u.test(comparable(name)),
  )
  if (named === undefined) return undefined
  return {
    code: 'cpr-in-events',
    text: {
      da: 'Kolonnen ser ud til at rumme CPR-numre. Er det barnets, så vælg den som »Barnets CPR-nummer«; det gemmes krypteret. Ellers slet kolonnen.',
      en: 'The column seems to hold CPR numbers. If they are the child’s, choose it as “The child’s CPR number”; it is stored encrypted. Otherwise delete the column.',
    },
    at: { file: header.file, line: header.line, column: named },
  }
}

export function personalKeyMissing({ header }: EventLayout): Problem {
  return {
    code: 'personal-key-missing',
    text: {
      da: 'Filen rummer CPR-numre, men serveren mangler nøglen til at kryptere dem. Sæt TILSYN_PERSONAL_KEY, eller slet kolonnen fra filen.',
      en: 'The file holds CPR numbers, but the server lacks the key to encrypt them. Set TILSYN_PERSONAL_KEY, or delete the column from the file.',
    },
    at: { file: header.file, line: header.line },
  }
}

export function strayCpr(at: Place): Problem {
  return {
    code: 'cpr-in-other-column',
    text: {
      da: 'Cellen ser ud til at rumme et CPR-nummer. Slet det; sagen kendes på sit nummer.',
      en: 'The cell seems to hold a CPR number. Delete it; the case is known by its number.',
    },
    at,
  }
}

export function unfitCell(at: Place): Problem {
  return {
    code: 'unfit-cell',
    text: {
      da: 'Cellen er for lang eller indeholder styretegn, som ikke kan gemmes. Ret den.',
      en: 'The cell is too long or holds control characters, which cannot be stored. Mend it.',
    },
    at,
  }
}

export function contradictory(earlier: number, at: Place): Problem {
  return {
    code: 'contradictory-event',
    text: {
      da: `Hændelsen står med et andet indhold i linje ${earlier}, og intet siger, hvilken af dem der er nyest. Behold den ene, eller tag registreringstidspunktet med.`,
      en: `The event stands with other contents in line ${earlier}, and nothing says which of them is newer. Keep one, or include the time of registration.`,
    },
    at,
  }
}

export function noEventRows(file: string): Problem {
  return {
    code: 'no-rows',
    text: {
      da: 'Filen har kolonnenavne, men ingen rækker. Der er intet at importere.',
      en: 'The file has column names but no rows. There is nothing to import.',
    },
    at: { file },
  }
}
