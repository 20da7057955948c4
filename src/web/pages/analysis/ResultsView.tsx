import { addressOf } from '../../../contract/client.ts'
import { downloadAnalysis, type Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay, useSession } from '../../session.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { results as da } from '../../texts/da/results.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { CascadeSection } from './CascadeSection.tsx'
import { CasesTable } from './CasesTable.tsx'
import { ConclusionStrip } from './ConclusionStrip.tsx'
import { DriftSection } from './DriftSection.tsx'
import { HealthSection } from './HealthSection.tsx'
import { LevelsSection } from './LevelsSection.tsx'
import { Notes } from './Notes.tsx'
import { Overall } from './Overall.tsx'
import { resultsHeadline } from './results-headline.ts'
import { QuestionsSection } from './QuestionsSection.tsx'
import { ResultsFilters } from './ResultsFilters.tsx'
import { RoundDataLinks } from './RoundDataLinks.tsx'
import { ResultsSection } from './ResultsSection.tsx'
import { SectionLinks } from './SectionLinks.tsx'
import { SeriesSection } from './SeriesSection.tsx'
import { StageComposites } from './StageComposites.tsx'
import { ThemeTables } from './ThemeTables.tsx'
import { UnitComposites } from './UnitComposites.tsx'
import { UnitReport } from './UnitReport.tsx'
import { useSectionGists } from './section-gists.ts'
import { CountsProvider } from './counts-shown.ts'

/** All of a round's results, the plain words first. */
export function ResultsView({ results }: { results: Results }) {
  const texts = useTexts({ da, en })
  const evidence = useTexts({ da: daEvidence, en: enEvidence })
  const local = useLocal()
  const may = useMay()
  const [filters, setFilters] = useFilters(['stage', 'counts'])
  const stage = results.stages.find(({ key }) => key === filters.stage)?.key
  const stageTitle = (key: string) => {
    const found = results.stages.find((one) => one.key === key)
    return found === undefined ? key : local(found.title)
  }
  const ofStage = { results, stage, stageTitle }
  const compared = results.baseline !== null
  const concluded = stage === undefined ? results : results.byStage.find((row) => row.stage === stage)
  const conclusion = concluded?.conclusion ? local(concluded.conclusion) : texts.firstRound
  const headline = resultsHeadline(
    stage === undefined ? conclusion : `${texts.ofStage(stageTitle(stage))} ${conclusion}`,
    texts,
    results.missingReviews,
  )
  const whole = stage === undefined ? null : <p className="note">{texts.allStagesOnly}</p>
  const counts = filters.counts === 'shown'
  const gists = useSectionGists(results, stage)
  const reference = results.cascade[0]?.reference ?? results.comparisonLevel.level
  return (
    <CountsProvider value={counts}>
      <PageHeading
        title={texts.title(local(results.round.title))}
        question={headline}
        actions={<Actions round={results.round} />}
      />
      {results.round.state !== 'closed' && <Provisional levels={results.levels} />}
      {results.chosenCases !== null && (
        <p className="note">
          <strong>{local(results.chosenCases)}</strong>
        </p>
      )}
      {results.missingReviews.map(({ text, prominent }) => (
        <p key={local(text)} className="note">
          {prominent ? <strong>{local(text)}</strong> : local(text)}
        </p>
      ))}
      {results.unprovenDraw !== null && <p className="note">{local(results.unprovenDraw)}</p>}
      {results.unprovenBaseline !== null && <p className="note">{local(results.unprovenBaseline)}</p>}
      <ResultsFilters results={results} />
      {may('finding.read') && (
        <p>
          <Link
            to={paths.findings({ round: results.round.key, unit: results.unit?.id, stage: filters.stage })}
          >
            {texts.toFindings}
          </Link>
        </p>
      )}
      <Overall {...ofStage} />
      {results.unit !== null && results.round.state === 'closed' && (
        <UnitReport round={results.round.key} unit={results.unit} />
      )}
      {compared && <ConclusionStrip {...ofStage} />}
      <SectionLinks results={results} />
      <div className="counts-choice">
        <Button aria-pressed={counts} onClick={() => setFilters({ counts: counts ? undefined : 'shown' })}>
          {counts ? evidence.counts.hide : evidence.counts.show}
        </Button>
        <p className="soft small">{evidence.counts.rounding}</p>
      </div>
      <ResultsSection id="composites" heading={texts.composites.heading} open>
        <StageComposites {...ofStage} />
      </ResultsSection>
      <ResultsSection id="questions" heading={texts.questions.heading} open>
        <QuestionsSection {...ofStage} />
      </ResultsSection>
      <ResultsSection id="chart" heading={evidence.chart.heading} gist={gists.chart}>
        <SeriesSection results={results} stageTitle={stageTitle} />
      </ResultsSection>
      <ResultsSection id="cascade" heading={evidence.cascade.heading(reference)} gist={gists.cascade}>
        <CascadeSection {...ofStage} />
      </ResultsSection>
      {compared && (
        <ResultsSection id="drift" heading={evidence.drift.heading} gist={gists.drift}>
          {whole}
          <DriftSection results={results} stageTitle={stageTitle} />
        </ResultsSection>
      )}
      <ResultsSection id="themes" heading={texts.themes.heading} gist={gists.themes}>
        <p className="reading-width">{texts.themes.intro}</p>
        <ThemeTables {...ofStage} />
      </ResultsSection>
      <ResultsSection id="levels" heading={texts.levels.heading} gist={gists.levels}>
        <LevelsSection {...ofStage} />
      </ResultsSection>
      <ResultsSection id="health" heading={evidence.health.heading} gist={gists.health}>
        <HealthSection {...ofStage} />
      </ResultsSection>
      <ResultsSection id="cases" heading={texts.cases.heading} gist={gists.cases}>
        <CasesTable {...ofStage} />
      </ResultsSection>
      {results.unitComposites !== null && results.unit === null && (
        <ResultsSection id="units" heading={texts.units.heading} gist={gists.units}>
          {whole}
          <UnitComposites results={results} units={results.unitComposites} />
        </ResultsSection>
      )}
      <Notes results={results} />
    </CountsProvider>
  )
}

function Actions({ round }: { round: Results['round'] }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const session = useSession()
  const inAll = (wanted: string) =>
    session?.rights.some(({ action, municipality }) => action === wanted && municipality) === true
  return (
    <>
      {inAll('results.read') && (
        <a
          className={buttonClass('secondary')}
          href={addressOf(downloadAnalysis, { params: { round: round.key } })}
        >
          {texts.downloadAnalysis}
        </a>
      )}
      {inAll('draw.read') && round.state === 'closed' && <RoundDataLinks round={round.key} />}
      {may('report.download') && round.state === 'closed' && (
        <Link to={paths.report(round.key)} className={buttonClass('primary')}>
          {texts.toReport}
        </Link>
      )}
    </>
  )
}

function Provisional({ levels }: Pick<Results, 'levels'>) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const counts = levels.map(({ level, reviews }) => texts.levelCount(level, formatInteger(reviews, language)))
  return (
    <div className="note">
      <h2>{texts.provisional}</h2>
      <p>{texts.provisionalBody(counts.join(', '))}</p>
    </div>
  )
}
