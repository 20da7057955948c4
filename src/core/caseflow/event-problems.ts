import type { Place, Problem } from '../language/problem.ts'
import { plural } from '../language/plural.ts'

export function blank(at: Place): Problem {
  return {
    code: 'blank-cell',
    text: { da: 'Cellen er tom. Udfyld den.', en: 'The cell is blank. Fill it in.' },
    at,
  }
}

export function brokenId(at: Place): Problem {
  return {
    code: 'control-character',
    text: {
      da: 'Sagsnummeret indeholder et linjeskift eller en tabulator. Fjern det.',
      en: 'The case id contains a line break or a tab. Remove it.',
    },
    at,
  }
}

export function cprInId(at: Place): Problem {
  return {
    code: 'cpr-in-id',
    text: {
      da: 'Cellen ser ud til at rumme et CPR-nummer, og den ville stå alle steder, hvor sagen vises. Brug et sagsnummer eller en medarbejderkode.',
      en: 'The cell seems to hold a CPR number, and it would stand wherever the case is shown. Use a case number or a staff code.',
    },
    at,
  }
}

export function unreadableTime(cell: string, at: Place): Problem {
  // What Excel counts from 1900: 20000 is 1954, 70000 is 2091.
  if (/^[2-6]\d{4}(?:[.,]\d+)?$/u.test(cell))
    return {
      code: 'excel-day-number',
      text: {
        da: `"${cell}" er Excels tal for en dag. Vælg et datoformat for kolonnen i regnearket, og gem filen igen.`,
        en: `"${cell}" is Excel’s number for a day. Choose a date format for the column in the sheet and save the file again.`,
      },
      at,
    }
  const shown = cut(cell)
  return {
    code: 'no-such-time',
    text: {
      da: `"${shown}" er ikke en dato eller et tidspunkt, der findes. Skriv det som 2018-05-31, 31-05-2018 eller 2018-05-31 09:30.`,
      en: `"${shown}" is not a date or time that exists. Write it as 2018-05-31, 31-05-2018 or 2018-05-31 09:30.`,
    },
    at,
  }
}

export function skippedHour(cell: string, at: Place): Problem {
  return {
    code: 'skipped-hour',
    text: {
      da: `"${cell}" fandtes ikke: uret blev stillet frem den nat. Ret tidspunktet, eller skriv det med forskydning fra UTC (+01:00).`,
      en: `"${cell}" did not exist: clocks went forward that night. Correct the time, or write it with its offset from UTC (+01:00).`,
    },
    at,
  }
}

export function noTimeOfDay(cell: string, at: Place): Problem {
  return {
    code: 'no-such-time',
    text: {
      da: `"${cut(cell)}" er ikke et klokkeslæt. Skriv det som 09:30, eller lad cellen stå tom, hvis det ikke kendes.`,
      en: `"${cut(cell)}" is not a time of day. Write it as 09:30, or leave the cell blank if it is not known.`,
    },
    at,
  }
}

export function twoTimes(cell: string, at: Place): Problem {
  return {
    code: 'two-times',
    text: {
      da: `"${cut(cell)}" er et andet klokkeslæt end det, der står sammen med datoen. Slet det forkerte.`,
      en: `"${cut(cell)}" is another time of day than the one beside the date. Delete the wrong one.`,
    },
    at,
  }
}

export function inFuture(cell: string, at: Place): Problem {
  return {
    code: 'in-the-future',
    text: {
      da: `"${cell}" ligger ude i fremtiden. Ret datoen.`,
      en: `"${cell}" lies in the future. Correct the date.`,
    },
    at,
  }
}

export function beforeBirth(cell: string, at: Place): Problem {
  return {
    code: 'before-birth',
    text: {
      da: `"${cell}" er før barnets fødsel. Ret den dato, der er forkert.`,
      en: `"${cell}" is before the child was born. Correct the date that is wrong.`,
    },
    at,
  }
}

export function unknownKind(kind: string, count: number, likely: string | undefined, at: Place): Problem {
  const shown = kind.length > 80 ? `${kind.slice(0, 80)}...` : kind
  return {
    code: 'unknown-event',
    text: {
      da: `Reglerne kender ikke hændelsen "${shown}" (${count} ${plural('da', count, 'række', 'rækker')}, den første her).${likely === undefined ? '' : ` Mente du "${likely}"?`} Giv den et af reglernes navne under kinds i en fil til --mapping, eller skriv den under left_out, hvis ingen regel handler om den.`,
      en: `The rules do not know the event "${shown}" (${count} ${plural('en', count, 'row', 'rows')}, the first one here).${likely === undefined ? '' : ` Did you mean "${likely}"?`} Give it one of the rules’ names under kinds in a file for --mapping, or list it under left_out if no rule is about it.`,
    },
    at,
  }
}

export function contradiction(id: string, earlier: number, at: Place): Problem {
  return {
    code: 'contradictory-correction',
    text: {
      da: `Hændelse ${id} i denne sag står anderledes i linje ${earlier}, og intet siger, hvilken der er nyest. Slet den ene, eller skriv i kolonnen registered, hvornår hver af dem blev registreret.`,
      en: `Event ${id} of this case stands otherwise in line ${earlier}, and nothing says which is newer. Delete one, or say in a column registered when each of them was registered.`,
    },
    at,
  }
}

export function reservedColumn(at: Place): Problem {
  return {
    code: 'reserved-column',
    text: {
      da: 'Navnet bruges af programmer og kan ikke være en kolonne. Omdøb eller slet kolonnen.',
      en: 'The name is used by programs and cannot be a column. Rename or delete the column.',
    },
    at,
  }
}

export function mappedColumnMissing(column: string, columns: readonly string[], at: Place): Problem {
  const found = columns.slice(0, 30).join(', ')
  return {
    code: 'missing-column',
    text: {
      da: `Kolonnen "${column}", som kolonneoversigten nævner, findes ikke i filen. Fundet: ${found}.`,
      en: `The column "${column}", which the mapping names, is not in the file. Found: ${found}.`,
    },
    at,
  }
}

export function noRows(file: string): Problem {
  return {
    code: 'no-rows',
    text: {
      da: 'Filen har kolonnenavne, men ingen hændelser. Der er intet at bedømme.',
      en: 'The file has column names but no events. There is nothing to judge.',
    },
    at: { file },
  }
}

function cut(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}...` : cell
}
