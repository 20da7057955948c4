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
import { QuestionsSection } from './QuestionsSection.tsx'
import { ResultsFilters } from './ResultsFilters.tsx'
import { RoundDataLinks } from './RoundDataLinks.tsx'
import { SectionLinks } from './SectionLinks.tsx'
import { SeriesSection } from './SeriesSection.tsx'
import { StageComposites } from './StageComposites.tsx'
import { ThemeTables } from './ThemeTables.tsx'
import { UnitComposites } from './UnitComposites.tsx'
import { CountsProvider } from './counts-shown.ts'

/** All of a round's results, the plain words first. */
export function ResultsView({ results }: { results: Results }) {
  const texts = useTexts({ da, en })
  const evidence = useTexts({ da: daEvidence, en: enEvidence })
  const local = useLocal()
  const [filters, setFilters] = useFilters(['stage', 'counts'])
  const stage = results.stages.find(({ key }) => key === filters.stage)?.key
  const stageTitle = (key: string) => {
    const found = results.stages.find((one) => one.key === key)
    return found === undefined ? key : local(found.title)
  }
  const ofStage = { results, stage, stageTitle }
  const compared = results.baseline !== null
  const counts = filters.counts === 'shown'
  const reference = results.cascade[0]?.reference ?? results.comparisonLevel.level
  return (
    <CountsProvider value={counts}>
      <PageHeading
        title={texts.title(local(results.round.title))}
        question={results.conclusion === null ? texts.firstRound : local(results.conclusion)}
        actions={<Actions round={results.round} />}
      />
      {results.round.state !== 'closed' && <Provisional levels={results.levels} />}
      {results.chosenCases !== null && (
        <p className="note">
          <strong>{local(results.chosenCases)}</strong>
        </p>
      )}
      <ResultsFilters results={results} />
      <Overall results={results} />
      {compared && <ConclusionStrip results={results} />}
      <SectionLinks results={results} />
      <div className="counts-choice">
        <Button aria-pressed={counts} onClick={() => setFilters({ counts: counts ? undefined : 'shown' })}>
          {counts ? evidence.counts.hide : evidence.counts.show}
        </Button>
        <p className="soft small">{evidence.counts.rounding}</p>
      </div>
      <h2 id="composites">{texts.composites.heading}</h2>
      <StageComposites results={results} stageTitle={stageTitle} />
      <h2 id="questions">{texts.questions.heading}</h2>
      <QuestionsSection {...ofStage} />
      <h2 id="chart">{evidence.chart.heading}</h2>
      <SeriesSection results={results} stageTitle={stageTitle} />
      <h2 id="cascade">{evidence.cascade.heading(reference)}</h2>
      <CascadeSection {...ofStage} />
      {compared && (
        <>
          <h2 id="drift">{evidence.drift.heading}</h2>
          <DriftSection results={results} stageTitle={stageTitle} />
        </>
      )}
      <h2 id="themes">{texts.themes.heading}</h2>
      <p className="reading-width">{texts.themes.intro}</p>
      <ThemeTables {...ofStage} />
      <h2 id="levels">{texts.levels.heading}</h2>
      <LevelsSection {...ofStage} />
      <h2 id="health">{evidence.health.heading}</h2>
      <HealthSection {...ofStage} />
      <h2 id="cases">{texts.cases.heading}</h2>
      <CasesTable rows={results.cases} stageTitle={stageTitle} />
      <UnitComposites results={results} />
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
