import type { AgreementResult } from '../analysis/analysis.ts'
import { expectedMoves } from '../analysis/moves-by-chance.ts'
import { isInSummary } from '../analysis/questions.ts'
import { endColumn, figureCell, note, paragraph, startColumn, textCell } from './cells.ts'
import { chosenCasesNote, unprovenDrawNote } from './chosen-cases.ts'
import { writeExpertAnnex } from './expert-annex.ts'
import { quoteText } from './figure-text.ts'
import type { ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** Methods in plain words, what they cannot show, which programme was used, and what in the data contradicts itself. */
export function writeTechnicalAnnex(context: ReportContext): ReportSection {
  return {
    key: 'annex-technical',
    title: { da: 'Teknisk bilag', en: 'Technical annex' },
    annex: true,
    blocks: [],
    sections: [
      section('methods', 'Sådan er der regnet', 'How the figures were computed', [methods(context)]),
      section('limits', 'Hvad tallene ikke kan vise', 'What the figures cannot show', [
        ...chosenCasesNote(context),
        ...unprovenDrawNote(context),
        ...movesByChance(context),
        limits,
        ...publicLimits(context),
      ]),
      ...writeExpertAnnex(context),
      ...agreementSections(context),
      section(
        'contradictions',
        'Modstrid i grundlaget',
        'Contradictions in the data',
        contradictions(context),
      ),
      section('programme', 'Program og grundlag', 'Programme and sources', programmeBlocks(context)),
    ],
  }
}

function section(key: string, da: string, en: string, blocks: readonly Block[]): ReportSection {
  return { key: `technical-${key}`, title: { da, en }, blocks, sections: [] }
}

function methods({ analysis }: ReportContext): Block {
  const { comparisonLevel } = analysis
  return {
    kind: 'list',
    items: [
      {
        da: 'Andelen er svar, der er i orden, af de svar, hvor spørgsmålet er relevant. Er lodtrækningens chancer kendt, vejer hver sag så meget, som den repræsenterer.',
        en: 'The share is compliant answers among the answers where the question applies. Where the chances of the draw are known, each case weighs as much as it represents.',
      },
      {
        da: '95 %-intervallet (Wilson) siger, hvor den sande andel kan ligge, når kun en stikprøve er gennemgået. 18 i orden af 18 er foreneligt med alt fra 82 til 100 %.',
        en: 'The 95% interval (Wilson) says where the true share may lie when only a sample was reviewed. 18 compliant of 18 is compatible with anything from 82 to 100%.',
      },
      {
        da: `Det samlede tal er hver sags andel af krav i orden, taget i gennemsnit over sagerne. For hele kommunen på niveau ${comparisonLevel} prøves det først og for sig (Welchs t-test, p højst 5 %), fordi det var valgt på forhånd og ser ændringer, som enkelte spørgsmål er for små til at vise.`,
        en: `The composite is each case’s share of compliant requirements, averaged over the cases. For the whole municipality at level ${comparisonLevel} it is tested first and by itself (Welch’s t test, p at most 5%), because it was chosen beforehand and sees changes that single questions are too small to show.`,
      },
      {
        da: 'En ændring i et spørgsmål prøves med Barnards test. »Klar« stigning eller fald er det, der står tilbage, når der er taget højde for, at flere prøves på én gang (Benjamini-Hochberg, højst 10 % falske): spørgsmålene for sig, sagstrinene for sig og enhederne for sig.',
        en: 'A question’s change is tested with Barnard’s test. A ‘clear’ rise or fall is what remains when allowance is made for testing several at once (Benjamini-Hochberg, at most 10% false): the questions as one family, the stages as one, the units as one.',
      },
      {
        da: '»Muligvis« stigning eller fald er et udsving med p højst 5 %, som ikke holder til, at flere prøves på én gang. Det skal følges, ikke fejres eller beklages. Hvor mange spørgsmål der ville slå ud, havde intet ændret sig, regnes ud for hvert af dem efter dets antal svar og lægges sammen; det er færre end 5 %, fordi Barnards test er forsigtig.',
        en: 'A ‘possible’ rise or fall is a movement with p at most 5% that does not stand when several are tested at once. It is to be watched, neither celebrated nor regretted. How many questions would stand out had nothing changed is computed for each from its numbers of answers and added up; it is fewer than 5%, because Barnard’s test is cautious.',
      },
      {
        da: 'Færre end ti relevante svar giver antal og ingen procent.',
        en: 'Fewer than ten applicable answers give counts and no percentage.',
      },
    ],
  }
}

/** What these very sample sizes do by themselves, so that nobody reads the table of differences as a table of changes. */
function movesByChance({ analysis, figures }: ReportContext): readonly Block[] {
  const compared = analysis.questions.filter((row) => isInSummary(row, analysis.comparisonLevel))
  if (compared.length === 0) return []
  const moves = figures.add(['summary', 'moves-by-chance'], {
    value: expectedMoves(compared),
    format: 'integer',
    query: 'questions[baseline,level=comparison,unit=*]',
  })
  const all = figures.count(['summary', 'compared'], analysis.summary.compared, 'summary.compared')
  return [
    paragraph(
      `Med de antal svar, som spørgsmålene har i de to runder, ville omkring {${moves}} af de {${all}} sammenlignede flytte sig ti procentpoint eller mere, selv om intet havde ændret sig.`,
      `With the numbers of answers that the questions have in the two rounds, about {${moves}} of the {${all}} compared would move by ten percentage points or more although nothing had changed.`,
    ),
  ]
}

const limits: Block = {
  kind: 'list',
  items: [
    {
      da: 'En stigning kan skyldes bedre sagsbehandling eller mildere tilsyn, et fald dårligere sagsbehandling eller strengere tilsyn. Runder på ét niveau alene kan ikke skelne.',
      en: 'A rise can come from better casework or from milder reviewing, a fall from poorer casework or from stricter reviewing. Rounds of one level alone cannot tell them apart.',
    },
    {
      da: 'Tilsynet ser, hvad der står i sagen. Det, der er gjort, men ikke noteret, tæller som ikke i orden.',
      en: 'The audit sees what is in the file. What was done but not recorded counts as not compliant.',
    },
    {
      da: 'Kun afsluttede sagstrin er med; forløb, der er gået i stå, ses ikke her.',
      en: 'Only finished case stages are included; cases that came to a standstill are not seen here.',
    },
  ],
}

function publicLimits({ audience, programme, isMasked }: ReportContext): readonly Block[] {
  if (audience === 'internal') return []
  const { smallCell } = programme.settings
  const earlier = isMasked
    ? {
        da: 'Hvad tidligere offentliggjorte rapporter har udeladt om de samme runder, er også udeladt her. Tekster, som mennesker har skrevet, skal et menneske se efter før offentliggørelse.',
        en: 'What reports published earlier have left out of the same rounds is left out here too. Texts that people wrote must be checked by a person before publication.',
      }
    : {
        da: 'Den er endnu ikke prøvet mod tidligere offentliggjorte rapporter: et udeladt tal kan i princippet regnes ud ved at trække to rapporter fra hinanden. Det skal et menneske se efter før offentliggørelse.',
        en: 'It has not yet been checked against reports published earlier: in principle a hidden number could be computed by subtracting one report from another. A person must check that before publication.',
      }
  return [
    note(
      `Den offentlige udgave udelader enhedernes tal, alle rækker, hvor et antal er mellem 1 og ${smallCell - 1}, også i baseline, og de samlede tal, som et udeladt antal kunne regnes ud af. ${earlier.da}`,
      `The public edition leaves out the units’ figures, all rows in which a count lies between 1 and ${smallCell - 1}, in the baseline too, and the totals that a count left out could be solved from. ${earlier.en}`,
    ),
  ]
}

function agreementSections(context: ReportContext): readonly ReportSection[] {
  const pairs = context.analysis.agreement.filter(
    ({ stage, question, reviewers }) => stage === null && question === null && reviewers === null,
  )
  if (pairs.length === 0 || context.audience === 'public') return []
  return [
    section('agreement', 'Mål for enighed', 'Measures of agreement', [
      paragraph(
        'Gwets AC1 er enigheden ud over det tilfældige. Cohens kappa og Krippendorffs alfa står her for dem, der kender dem; ved skæve svar er de misvisende lave.',
        'Gwet’s AC1 is agreement beyond chance. Cohen’s kappa and Krippendorff’s alpha are given for those who know them; with lopsided answers they are misleadingly low.',
      ),
      {
        kind: 'table',
        caption: { da: 'Enighed ud over det tilfældige', en: 'Agreement beyond chance' },
        columns: [
          startColumn('Niveauer', 'Levels', 1),
          endColumn('Fælles svar', 'Shared answers'),
          endColumn('AC1', 'AC1'),
          endColumn('Kappa', 'Kappa'),
          endColumn('Alfa', 'Alpha'),
        ],
        rows: pairs.map((result) => agreementRow(context, result)),
        total: false,
      },
    ]),
  ]
}

function agreementRow({ figures }: ReportContext, result: AgreementResult) {
  const [lower, higher] = result.pair
  const query = `agreement[pair=${lower}-${higher},stage=*,question=*]`
  const path = ['agreement', `${lower}-${higher}`, null] as const
  const measure = (name: string, value: number | null) =>
    figureCell(figures.add([...path, name], { value, format: 'coefficient', query }))
  return [
    textCell({ da: `${lower} og ${higher}`, en: `${lower} and ${higher}` }),
    figureCell(figures.count([...path, 'n'], result.n, query)),
    measure('ac1', result.ac1),
    measure('kappa', result.kappa),
    measure('alpha', result.alpha),
  ]
}

function contradictions({ analysis, audience }: ReportContext): readonly Block[] {
  if (analysis.contradictions.length === 0)
    return [
      paragraph('Der er ikke fundet modstrid i tallene.', 'No contradictions were found in the figures.'),
    ]
  if (audience === 'public')
    return [
      paragraph(
        'Der er fundet forhold i grundlaget, som modsiger hinanden. De står i den interne udgave, fordi de kan angå enkelte sager.',
        'Some of the data contradict each other. The particulars are in the internal edition, because they may concern single cases.',
      ),
    ]
  return [{ kind: 'authored', paragraphs: analysis.contradictions.map(({ detail }) => detail) }]
}

function programmeBlocks({ programme }: ReportContext): readonly Block[] {
  return [
    paragraph(
      `Programmet er »${quoteText(programme.title.da)}« (${quoteText(programme.key)}), version ${programme.version}. Hvert tal i rapporten kender sin tæller, sin nævner og det sted i analysen, det kommer fra.`,
      `The programme is ‘${quoteText(programme.title.en)}’ (${quoteText(programme.key)}), version ${programme.version}. Every number in the report knows its numerator, its denominator and the place in the analysis that it comes from.`,
    ),
    ...(programme.status === undefined
      ? []
      : [note(quoteText(programme.status.da), quoteText(programme.status.en))]),
  ]
}
