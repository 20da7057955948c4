import type { CascadeResult } from '../analysis/inference.ts'
import { endColumn, figureCell, note, paragraph, startColumn, textCell } from './cells.ts'
import { estimateFigures, findEstimate } from './expert-estimate.ts'
import { getStageTitle, type ReportContext } from './report-context.ts'
import type { ReportSection } from './report.ts'

/** Weights and sizes behind the estimate of the highest level, for who wants to compute it again. */
export function writeExpertAnnex(context: ReportContext): readonly ReportSection[] {
  const overall = findEstimate(context, null)
  if (context.audience === 'public' || overall?.usable !== true) return []
  const stages = context.programme.stages.flatMap(({ key }) => {
    const row = findEstimate(context, key)
    return row === undefined ? [] : [row]
  })
  const levels = overall.levels.map(({ level }) => level)
  return [
    {
      key: 'technical-cascade',
      title: {
        da: `Skønnet over, hvad niveau ${overall.reference} ville have fundet`,
        en: `The estimate of what level ${overall.reference} would have found`,
      },
      wide: true,
      blocks: [
        paragraph(
          'Skønnet er det øverste niveaus eget gennemsnit plus, for hvert lavere niveau, λ gange (niveauets gennemsnit på sine egne sager minus på det næste niveaus). λ er hældningen af det øverste niveaus svar på det lavere niveaus, holdt mellem 0 og 1,5; 0 betyder, at niveauet intet tilføjer. Sagstrinenes λ er fælles.',
          'The estimate is the highest level’s own mean plus, for each lower level, λ times (that level’s mean on its own cases minus on the next level’s). λ is the slope of the highest level’s answers on the lower level’s, kept between 0 and 1.5; 0 means that the level adds nothing. The stages share their λ.',
        ),
        {
          kind: 'table',
          caption: { da: 'Vægte og størrelser bag skønnet', en: 'Weights and sizes behind the estimate' },
          columns: [
            startColumn('Omfang', 'Scope', 1),
            ...levels.map((level) => endColumn(`Sager, niveau ${level}`, `Cases, level ${level}`)),
            ...levels.slice(0, -1).map((level) => endColumn(`λ, niveau ${level}`, `λ, level ${level}`)),
            endColumn('Sager i alt', 'Population'),
            endColumn('Effektivt antal', 'Effective size'),
            endColumn('Svarer til', 'Worth'),
          ],
          rows: [overall, ...stages].map((row) => annexRow(context, row, levels)),
          total: false,
        },
        ...(overall.population === null
          ? [
              note(
                'Hvor mange sager der er i alt, kendes ikke uden lodtrækningens filer eller vægte. Så trækkes der intet fra for den del, der er gennemgået, og »Svarer til« er det effektive antal.',
                'The number of cases in all is not known without the draw’s files or weights. Then nothing is deducted for the part that was reviewed, and ‘Worth’ is the effective size.',
              ),
            ]
          : []),
      ],
      sections: [],
    },
  ]
}

function annexRow(context: ReportContext, row: CascadeResult, levels: readonly number[]) {
  const { figures } = context
  const { stage } = row.scope
  const query = `cascade[stage=${stage ?? '*'},question=*]`
  const path = ['cascade', stage, null, `level-${row.reference}`] as const
  const count = (name: string, value: number | null, part: string) =>
    figureCell(figures.count([...path, name], value, `${query}.${part}`))
  return [
    stage === null
      ? textCell({ da: 'Alle sagstrin', en: 'All stages' })
      : textCell(getStageTitle(context, stage)),
    ...levels.map((level) =>
      count(
        `cases-${level}`,
        row.levels.find((one) => one.level === level)?.cases ?? null,
        `levels[level=${level}]`,
      ),
    ),
    ...levels.slice(0, -1).map((level) =>
      figureCell(
        figures.add([...path, `lambda-${level}`], {
          value: row.lambda[`${level}`] ?? null,
          format: 'coefficient',
          query: `${query}.lambda[${level}]`,
        }),
      ),
    ),
    count('population', row.population === null ? null : Math.round(row.population), 'population'),
    figureCell(
      figures.add([...path, 'n-eff'], { value: row.nEff, format: 'decimal', query: `${query}.nEff` }),
    ),
    figureCell(estimateFigures(context, row).worth),
  ]
}
