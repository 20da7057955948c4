import type { LocalText } from '../language/language.ts'
import { findLevel } from '../programme/lookup.ts'
import type { Programme } from '../programme/programme.ts'
import { figurePart } from './figure-book.ts'

/** The reviews that a figure was counted from. */
export interface FigureCases {
  /** Null: all stages, of a composite. */
  readonly stage: string | null
  /** Null: a composite, of all questions. */
  readonly question: string | null
  readonly level: number
  /** A unit's name as it stands in the figure's id (`figurePart`); null: the whole municipality. */
  readonly unit: string | null
  /** Counted in the round that the report's round is compared with. */
  readonly baseline: boolean
}

export interface FigureExplanation {
  /** What it is a number of; null where its place in the report tells it better. */
  readonly what: LocalText | null
  readonly how: LocalText
  /** Null: it was not counted from single answers. */
  readonly cases: FigureCases | null
  /** Ids of the figures that it was calculated from. */
  readonly parts: readonly string[]
}

/** What the id of a figure says in plain words, by the programme of its round. */
export function explainFigure(id: string, programme: Programme): FigureExplanation {
  const path = id.split('/')
  const name = path.at(-1) ?? ''
  const of = readCounted(path, programme)
  if (of === null)
    return {
      what: null,
      how: howByKind.find(([kind]) => kind === path[0])?.[1] ?? howOther,
      cases: null,
      parts: [],
    }
  const row = path.slice(0, -1).join('/')
  const isChange = name === 'change'
  return {
    what: { da: whatOf(of, programme, name, 'da'), en: whatOf(of, programme, name, 'en') },
    how: howOf(of, name),
    cases: isChange ? null : of,
    parts: isChange ? [`${row}/share`, `${row}/baseline`] : [],
  }
}

/** A question's or a composite's figure; null: of something else, or not of this programme. */
function readCounted(path: readonly string[], programme: Programme): FigureCases | null {
  const [kind] = path
  if (kind !== 'question' && kind !== 'composite') return null
  const [stage, question, level, unit, name, more] =
    kind === 'question' ? path.slice(1) : [path[1], undefined, ...path.slice(2)]
  if (name === undefined || more !== undefined) return null
  const number = /^level-(\d+)$/u.exec(level ?? '')?.[1]
  const known = programme.stages.find(({ key }) => figurePart(key) === stage)
  if (number === undefined || unit === undefined) return null
  const counted = {
    level: Number(number),
    unit: unit === 'all' ? null : unit,
    baseline: name.startsWith('baseline'),
  }
  if (kind === 'composite') {
    if (stage !== 'all' && known === undefined) return null
    return { stage: known?.key ?? null, question: null, ...counted }
  }
  const asked = known?.questions.find(({ key }) => figurePart(key) === question)
  return known === undefined || asked === undefined
    ? null
    : { stage: known.key, question: asked.key, ...counted }
}

const nameWords: Readonly<Record<string, LocalText>> = {
  share: { da: 'Andel i orden', en: 'Share compliant' },
  baseline: { da: 'Andel i orden i runden før', en: 'Share compliant in the round before' },
  change: { da: 'Ændring fra runden før', en: 'Change from the round before' },
  compliant: { da: 'Svar, der er i orden', en: 'Compliant answers' },
  'not-compliant': { da: 'Svar, der ikke er i orden', en: 'Answers that are not compliant' },
  'not-applicable': { da: 'Svar, hvor kravet ikke er relevant', en: 'Answers where it is not applicable' },
  applicable: { da: 'Svar, hvor kravet er relevant', en: 'Answers where it is applicable' },
  yes: { da: 'Svaret ja', en: 'The answer yes' },
  no: { da: 'Svaret nej', en: 'The answer no' },
  na: { da: 'Svaret ikke relevant', en: 'The answer not applicable' },
  cases: { da: 'Gennemgåede sager', en: 'Cases reviewed' },
  'baseline-cases': { da: 'Gennemgåede sager i runden før', en: 'Cases reviewed in the round before' },
}

function whatOf(of: FigureCases, programme: Programme, name: string, language: 'da' | 'en'): string {
  const stage = programme.stages.find(({ key }) => key === of.stage)
  const question = stage?.questions.find(({ key }) => key === of.question)
  const all = { da: 'alle sagstrin', en: 'all stages' }
  const level = findLevel(programme, of.level)?.title[language] ?? ''
  const whole = { da: 'hele kommunen', en: 'the whole municipality' }
  const parts = [
    stage?.title[language] ?? all[language],
    ...(question === undefined ? [] : [`${question.number} ${question.text[language]}`]),
    `${{ da: 'niveau', en: 'level' }[language]} ${of.level}${level === '' ? '' : ` (${level})`}`,
    of.unit ?? whole[language],
  ]
  return `${nameWords[name]?.[language] ?? name}: ${parts.join(' · ')}`
}

function howOf({ question }: FigureCases, name: string): LocalText {
  if (name === 'change')
    return {
      da: 'Andelen i runden minus andelen i runden før, regnet ud før afrunding.',
      en: 'The share in the round less the share in the round before, computed before rounding.',
    }
  if (question === null)
    return name.endsWith('cases')
      ? {
          da: 'Sager, hvor mindst ét krav var relevant.',
          en: 'Cases with at least one applicable requirement.',
        }
      : {
          da: 'For hver sag: krav i orden af de krav, der er relevante i sagen. Derefter gennemsnittet over sagerne. Er lodtrækningens chancer kendt, vejer hver sag så meget, som den repræsenterer.',
          en: 'For each case: requirements met among those that apply to it. Then the mean over the cases. Where the chances of the draw are known, each case weighs as much as it represents.',
        }
  if (name === 'share' || name === 'baseline')
    return {
      da: 'Svar, der er i orden (tælleren), af svar, hvor kravet er relevant (nævneren). Er lodtrækningens chancer kendt, vejer hver sag så meget, som den repræsenterer, og så er andelen ikke tæller delt med nævner.',
      en: 'Compliant answers (the numerator) among answers where the requirement applies (the denominator). Where the chances of the draw are known, each case weighs as much as it represents, and the share is then not the numerator divided by the denominator.',
    }
  return {
    da: 'Talt op blandt rundens indsendte gennemgange. Det er, hvad der blev svaret, før et andet niveaus svar på sagen var åbne.',
    en: 'Counted among the round’s submitted reviews. It is what was answered before another level’s answers to the case were open.',
  }
}

const howByKind: readonly (readonly [string, LocalText])[] = [
  [
    'level',
    {
      da: 'Talt op blandt niveauets indsendte gennemgange.',
      en: 'Counted among the level’s submitted reviews.',
    },
  ],
  [
    'stage',
    {
      da: 'Talt op og regnet ud fra de gennemgåede sagers egne datoer.',
      en: 'Counted and computed from the reviewed cases’ own dates.',
    },
  ],
  [
    'summary',
    {
      da: 'Talt op blandt spørgsmålenes ændringer, efter at der er taget højde for, at flere prøves på én gang.',
      en: 'Counted among the questions’ changes, after allowance for testing several at once.',
    },
  ],
  [
    'agreement',
    {
      da: 'Sager, som begge har gennemgået, spørgsmål for spørgsmål: hvor ofte de har svaret ens.',
      en: 'Cases that both have reviewed, question by question: how often they gave the same answer.',
    },
  ],
  [
    'levels',
    {
      da: 'Sager, som flere niveauer har gennemgået: hvad hvert af dem svarede, før de så hinandens svar.',
      en: 'Cases that several levels have reviewed: what each answered before they saw each other’s answers.',
    },
  ],
  [
    'cascade',
    {
      da: 'Beregnet af de sager, som flere niveauer har gennemgået (teknisk bilag: hvad det øverste niveau ville have fundet).',
      en: 'Estimated from the cases that several levels have reviewed (technical annex: what the highest level would have found).',
    },
  ],
  [
    'drift',
    {
      da: 'Ændringen på det øverste niveaus skala, beregnet af de sager, som flere niveauer har gennemgået i begge runder.',
      en: 'The change on the highest level’s scale, estimated from the cases that several levels have reviewed in both rounds.',
    },
  ],
  [
    'draw',
    {
      da: 'Talt op i rundens lodtrækning.',
      en: 'Counted in the draw of the round.',
    },
  ],
  [
    'findings',
    {
      da: 'Talt op blandt rundens fund, som de stod den dag, rapporten blev lavet.',
      en: 'Counted among the round’s findings as they stood on the day the report was made.',
    },
  ],
  [
    'critical',
    {
      da: 'Talt op blandt de kritiske sager, der er meldt i rundens gennemgange.',
      en: 'Counted among the critical cases reported in the round’s reviews.',
    },
  ],
]

const howOther: LocalText = {
  da: 'Talt op eller regnet ud af rundens data. Afsnittet i rapporten siger hvordan.',
  en: 'Counted or computed from the data of the round. Its section in the report says how.',
}
