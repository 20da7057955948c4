import type { LocalText } from '../../core/language/language.ts'
import { isSmall } from '../../core/report/print-figure.ts'
import type { PrintedFigure } from '../../core/report/printed-report.ts'
import type { Figure } from '../../core/report/report.ts'

/** What a value counts in, the same word in both languages because programs read it. */
const units = {
  percent: 'share',
  points: 'share-difference',
  integer: 'count',
  days: 'days',
  decimal: 'number',
  coefficient: 'coefficient',
  probability: 'probability',
} as const satisfies Record<Figure['format'], string>

/** One figure as open data; `label`, `sectionTitle` and `caption` are in the file's language. */
export interface FigureRow {
  readonly id: string
  readonly section: string
  readonly sectionTitle: string
  readonly place: 'table' | 'chart' | 'text'
  readonly placeNumber: number | null
  readonly caption: string | null
  readonly label: string
  readonly printed: string
  readonly value: number | null
  readonly unit: (typeof units)[Figure['format']]
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notApplicable: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly withheld: boolean
  readonly query: string
}

interface FieldMeaning {
  /** The column's heading. */
  readonly title: LocalText
  readonly meaning: LocalText
}

/** Every field, in the order of the columns, with what it means: the data dictionary. */
export const figureFields: Readonly<Record<keyof FigureRow, FieldMeaning>> = {
  id: {
    title: { da: 'id', en: 'id' },
    meaning: {
      da: 'Tallets navn. Det samme tal har samme navn i alle formater, begge sprog og senere rapporter.',
      en: 'The name of the figure. The same figure has the same name in every format, both languages and later reports.',
    },
  },
  section: {
    title: { da: 'afsnit', en: 'section' },
    meaning: { da: 'Nummeret på afsnittet i rapporten.', en: 'Number of the section in the report.' },
  },
  sectionTitle: {
    title: { da: 'afsnittets titel', en: 'section title' },
    meaning: { da: 'Overskriften på afsnittet.', en: 'Heading of the section.' },
  },
  place: {
    title: { da: 'sted', en: 'place' },
    meaning: {
      da: 'Hvor tallet står: table (tabel), chart (figur) eller text (tekst).',
      en: 'Where the figure stands: table, chart or text.',
    },
  },
  placeNumber: {
    title: { da: 'stedets nummer', en: 'place number' },
    meaning: {
      da: 'Nummeret på tabellen eller figuren; tomt for tekst.',
      en: 'Number of the table or chart; empty for text.',
    },
  },
  caption: {
    title: { da: 'stedets titel', en: 'place title' },
    meaning: {
      da: 'Titlen på tabellen eller figuren; tomt for tekst.',
      en: 'Caption of the table or chart; empty for text.',
    },
  },
  label: {
    title: { da: 'betegnelse', en: 'label' },
    meaning: {
      da: 'Hvad det er tallet for: ordene i dets række og kolonne, eller sætningen det står i.',
      en: 'What it is the figure of: the words of its row and column, or the sentence it stands in.',
    },
  },
  printed: {
    title: { da: 'som trykt', en: 'as printed' },
    meaning: {
      da: 'Tallet, som rapporten viser det: – er uden tal, · er udeladt.',
      en: 'The figure as the report shows it: – is no number, · is withheld.',
    },
  },
  value: {
    title: { da: 'værdi', en: 'value' },
    meaning: {
      da: 'Tallet i enheden, med højst seks decimaler. Tomt, hvor rapporten ikke viser et tal: udeladt, uden svar, eller en andel eller ændring der bygger på under ti.',
      en: 'The number in its unit, with at most six decimals. Empty where the report shows no number: withheld, without answers, or a share or change that rests on fewer than ten.',
    },
  },
  unit: {
    title: { da: 'enhed', en: 'unit' },
    meaning: {
      da: 'share: andel fra 0 til 1. share-difference: forskel mellem to andele, fra -1 til 1 (gange 100 er procentpoint). count: antal. days: dage. number: tal. coefficient: koefficient. probability: sandsynlighed fra 0 til 1.',
      en: 'share: from 0 to 1. share-difference: difference of two shares, from -1 to 1 (times 100 is percentage points). count: whole number. days. number. coefficient. probability: from 0 to 1.',
    },
  },
  numerator: {
    title: { da: 'tæller', en: 'numerator' },
    meaning: {
      da: 'For en andel: hvor mange der opfylder kravet. Tomt, hvor det ikke er en andel eller udgaven ikke viser det.',
      en: 'Of a share: how many comply. Empty where it is no share or the edition does not show it.',
    },
  },
  denominator: {
    title: { da: 'nævner', en: 'denominator' },
    meaning: {
      da: 'For en andel: hvor mange den er taget af, uden dem hvor kravet ikke er relevant.',
      en: 'Of a share: how many it is taken of, without those where the requirement is not applicable.',
    },
  },
  notApplicable: {
    title: { da: 'ikke relevant', en: 'not applicable' },
    meaning: {
      da: 'Hvor mange kravet ikke var relevant for; de er ikke i nævneren.',
      en: 'How many the requirement was not applicable to; they are not in the denominator.',
    },
  },
  lower: {
    title: { da: 'interval fra', en: 'interval from' },
    meaning: {
      da: 'Nedre ende af 95 %-intervallet, i samme enhed som værdien.',
      en: 'Lower end of the 95% interval, in the unit of the value.',
    },
  },
  upper: {
    title: { da: 'interval til', en: 'interval to' },
    meaning: {
      da: 'Øvre ende af 95 %-intervallet, i samme enhed som værdien.',
      en: 'Upper end of the 95% interval, in the unit of the value.',
    },
  },
  withheld: {
    title: { da: 'udeladt', en: 'withheld' },
    meaning: {
      da: 'true: udeladt i denne udgave, fordi det kunne pege på enkelte sager. Så er alle tal i rækken tomme.',
      en: 'true: withheld in this edition because it could point to single cases. Then every number of the row is empty.',
    },
  },
  query: {
    title: { da: 'opslag', en: 'query' },
    meaning: {
      da: 'Hvilken del af analysen tallet kommer fra; * er alle.',
      en: 'Which part of the analysis the figure comes from; * is all.',
    },
  },
}

/** A figure's row; it says no more than the report prints of it and its counts. */
export function figureRow({
  figure,
  section,
  sectionTitle,
  place,
  label,
  printed,
}: PrintedFigure): FigureRow {
  const small = isSmall(figure)
  const silent = small && (figure.format === 'percent' || figure.format === 'points')
  const [lower, upper] = (small ? null : figure.interval) ?? [null, null]
  return {
    id: figure.id,
    section,
    sectionTitle,
    place: place.in,
    placeNumber: place.in === 'text' ? null : place.number,
    caption: place.in === 'text' ? null : place.caption,
    label,
    printed,
    value: silent ? null : rounded(figure.value),
    unit: units[figure.format],
    numerator: figure.numerator,
    denominator: figure.denominator,
    notApplicable: figure.notApplicable,
    lower: rounded(lower),
    upper: rounded(upper),
    withheld: figure.withheld,
    query: figure.query,
  }
}

/** Six decimals tell everything of shares of thousands, and no binary remainders. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6))
}
