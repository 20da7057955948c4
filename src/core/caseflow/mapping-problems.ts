import type { Problem } from '../language/problem.ts'

export function notAMapping(file: string): Problem {
  return {
    code: 'mapping-malformed',
    text: {
      da: 'Filen skal have en linje pr. kolonne (vores navn, kolon, navnet i filen), for eksempel "case_id: Sagens nummer", og kan have afsnittene attributes, kinds, dates, left_out, no_time og date_order.',
      en: 'The file must have one line per column (our name, a colon, the name in the file), for example "case_id: Case number", and may have the sections attributes, kinds, dates, left_out, no_time and date_order.',
    },
    at: { file },
  }
}

export function notPairs(section: string, file: string): Problem {
  return {
    code: 'mapping-malformed',
    text: {
      da: 'Afsnittet skal have en linje pr. navn: vores navn, kolon, navnet i filen.',
      en: 'The section must have one line per name: our name, a colon, the name in the file.',
    },
    at: { file, column: section },
  }
}

export function notAName(where: string, file: string): Problem {
  return {
    code: 'mapping-not-a-name',
    text: {
      da: 'Skriv navnet i filen som tekst (i anførselstegn, hvis det er et tal eller et klokkeslæt).',
      en: 'Write the name in the file as text (in quotation marks if it is a number or a time).',
    },
    at: { file, column: where },
  }
}

export function unknownKind(
  section: string,
  kind: string,
  likely: string | undefined,
  file: string,
): Problem {
  return {
    code: 'mapping-unknown-kind',
    text: {
      da: `Reglerne kender ingen hændelse ved navn ${kind}.${likely === undefined ? '' : ` Mente du ${likely}?`}`,
      en: `The rules know no kind of event called ${kind}.${likely === undefined ? '' : ` Did you mean ${likely}?`}`,
    },
    at: { file, column: `${section}.${kind}` },
  }
}

export function kindTwice(word: string, first: string, second: string, file: string): Problem {
  return {
    code: 'mapping-kind-twice',
    text: {
      da: `"${word}" er angivet både som ${first} og som ${second}. Behold den ene.`,
      en: `"${word}" is given both as ${first} and as ${second}. Keep one of them.`,
    },
    at: { file, column: 'kinds' },
  }
}

export function notATime(text: string, file: string): Problem {
  return {
    code: 'mapping-not-a-time',
    text: {
      da: `"${text}" er ikke et klokkeslæt. Skriv det som "00:00" eller "01:06:40".`,
      en: `"${text}" is not a time of day. Write it as "00:00" or "01:06:40".`,
    },
    at: { file, column: 'no_time' },
  }
}

export function notAnOrder(file: string): Problem {
  return {
    code: 'mapping-not-an-order',
    text: {
      da: 'Skriv "dmy", hvis dagen står først i kildens datoer (31-05-2018), eller "mdy", hvis måneden gør (05/31/2018).',
      en: 'Write "dmy" if the day stands first in the source’s dates (31-05-2018), or "mdy" if the month does (05/31/2018).',
    },
    at: { file, column: 'date_order' },
  }
}
