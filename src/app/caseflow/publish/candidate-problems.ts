import type { Problem } from '../../../core/language/problem.ts'

export function versionTaken(
  version: number,
  newest: number,
  { file, text }: { readonly file: string; readonly text: string },
): Problem {
  const line = text.split(/\r?\n/u).findIndex((each) => /^["']?version["']?\s*:/u.test(each)) + 1
  return {
    code: 'version-taken',
    text: {
      da: `Version ${newest} er udgivet, og en udgivet version ændres aldrig. Skriv version: ${newest + 1} i stedet for ${version}.`,
      en: `Version ${newest} is published, and a published version never changes. Write version: ${newest + 1} instead of ${version}.`,
    },
    at: { file, ...(line > 0 && { line }), column: 'version' },
  }
}

export function cprInRules(file: string, line: number): Problem {
  return {
    code: 'cpr-in-rules',
    text: {
      da: 'Linjen ser ud til at rumme et CPR-nummer, og alle i forvaltningen kan læse reglerne. Slet det.',
      en: 'The line seems to hold a CPR number, and everybody in the service can read the rules. Delete it.',
    },
    at: { file, line },
  }
}

export function versionNotInLine(file: string): Problem {
  return {
    code: 'version-not-in-line',
    text: {
      da: 'Udgavens tekst kan ikke få et nyt versionsnummer af sig selv. Hent teksten, ret version, og udgiv den som fil.',
      en: 'The text of that version cannot be given a new number by itself. Download it, change version, and publish it as a file.',
    },
    at: { file },
  }
}
