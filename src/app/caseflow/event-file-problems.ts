import type { EventLayout } from '../../core/caseflow/event-layout.ts'
import type { Place, Problem } from '../../core/language/problem.ts'
import { comparable } from '../../core/tabular/column-names.ts'

/** A column that is named for CPR numbers: events are about a case, and the register knows its child. */
export function cprColumn({ header }: EventLayout): Problem | undefined {
  const named = header.columns.find((name) => /cpr|personn(?:umme)?r/u.test(comparable(name)))
  if (named === undefined) return undefined
  return {
    code: 'cpr-in-events',
    text: {
      da: 'Kolonnen ser ud til at rumme CPR-numre, og hændelser gemmes uden. Slet kolonnen, eller skriv fagsystemets id for barnet i stedet.',
      en: 'The column seems to hold CPR numbers, and events are stored without them. Delete the column, or give the case system’s id of the child instead.',
    },
    at: { file: header.file, line: header.line, column: named },
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
