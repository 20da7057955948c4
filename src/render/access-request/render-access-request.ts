import { strToU8, zipSync } from 'fflate'
import type { Language, LocalText } from '../../core/language/language.ts'
import { csvText, type DataCell } from '../../core/tabular/csv-text.ts'

export interface AccessRequestFile {
  readonly about: 'child' | 'employee'
  readonly tables: readonly {
    readonly title: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly DataCell[])[]
  }[]
  readonly data: unknown
  /** Kinds of record that are not in the file, and why. */
  readonly leftOut: readonly { readonly title: LocalText; readonly why: LocalText }[]
  readonly language: Language
  readonly createdAt: Date
}

const words = {
  da: {
    file: 'om-filen.txt',
    data: 'alt.json',
    intro: {
      child: [
        'Filen rummer det, som Tilsyn har om barnet eller sagen. Hver tabel er en fil; alt.json rummer det samme for programmer.',
        'Gennemgå filen, før den udleveres: den kan rumme oplysninger om andre, f.eks. forældre, søskende og dem, der har underrettet. Hvad der skal udelades, er kommunens afgørelse.',
        'Gennemgange og fejl i runder, der ikke er lukket, er ikke med: de er forseglet også for kommunen selv. Hent filen igen, når runden er lukket.',
        'Medarbejdere er nævnt ved et nummer, medmindre der er bedt om navne.',
        'Ikke med er:',
      ],
      employee: [
        'Filen rummer det, som Tilsyn har om medarbejderen. Hver tabel er en fil; alt.json rummer det samme for programmer.',
        'Gennemgå filen, før den udleveres: logposterne nævner sagers numre, og mails og beskeder kan rumme oplysninger om andre. Hvad der skal udelades, er kommunens afgørelse.',
        'Ikke med er:',
      ],
    },
  },
  en: {
    file: 'about-the-file.txt',
    data: 'everything.json',
    intro: {
      child: [
        'The file holds what Tilsyn has about the child or the case. Each table is a file; everything.json holds the same for programs.',
        'Go through the file before it is handed over: it can hold things about others, e.g. parents, siblings and those who notified. What must be left out is for the municipality to decide.',
        'Reviews and findings of rounds that are not closed are not in it: they are sealed from the municipality too. Fetch the file again when the round is closed.',
        'Employees appear by a number unless names were asked for.',
        'Not in it:',
      ],
      employee: [
        'The file holds what Tilsyn has about the employee. Each table is a file; everything.json holds the same for programs.',
        'Go through the file before it is handed over: log entries name the numbers of cases, and mails and messages can hold things about others. What must be left out is for the municipality to decide.',
        'Not in it:',
      ],
    },
  },
} as const

/** An archive with a CSV file for each table, the same as JSON, and what is not in it. */
export function renderAccessRequest({
  about: whom,
  tables,
  data,
  leftOut,
  language,
  createdAt,
}: AccessRequestFile): Uint8Array {
  const { file, data: dataFile, intro } = words[language]
  const about = [...intro[whom], ...leftOut.map(({ title, why }) => `- ${title[language]}: ${why[language]}`)]
  const files = [
    [file, `${about.join('\r\n\r\n')}\r\n`] as const,
    ...tables.map(
      ({ title, columns, rows }, i) =>
        [`${String(i + 1).padStart(2, '0')} ${title}.csv`, csvText([columns, ...rows])] as const,
    ),
    [dataFile, `${JSON.stringify(data, null, 1)}\n`] as const,
  ]
  return zipSync(
    Object.fromEntries(files.map(([name, text]) => [name, [strToU8(text), { mtime: createdAt }]])),
  )
}
