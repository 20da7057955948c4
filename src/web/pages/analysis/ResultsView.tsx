import { addressOf } from '../../../contract/client.ts'
import { downloadAnalysis, type Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay, useSession } from '../../session.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { useFilters } from '../../ui/filters.ts'
import { CasesTable } from './CasesTable.tsx'
import { ConclusionStrip } from './ConclusionStrip.tsx'
import { LevelsSection } from './LevelsSection.tsx'
import { Notes } from './Notes.tsx'
import { Overall } from './Overall.tsx'
import { QuestionTable } from './QuestionTable.tsx'
import { ResultsFilters } from './ResultsFilters.tsx'
import { StageComposites } from './StageComposites.tsx'
import { ThemeTables } from './ThemeTables.tsx'
import { UnitComposites } from './UnitComposites.tsx'

/** All of a round's results, the plain words first. */
export function ResultsView({ results }: { results: Results }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useFilters(['stage', 'questions', 'sort', 'show'])
  const stage = results.stages.find(({ key }) => key === filters.stage)?.key
  const stageTitle = (key: string) => {
    const found = results.stages.find((one) => one.key === key)
    return found === undefined ? key : local(found.title)
  }
  const ofStage = { results, stage, stageTitle }
  const compared = results.baseline !== null
  const questions = results.questions.filter(
    (row) =>
      (stage === undefined || row.stage === stage) && (filters.questions !== 'baseline' || row.inBaselineSet),
  )
  return (
    <>
      <PageHeading
        title={texts.title(local(results.round.title))}
        question={results.conclusion === null ? texts.firstRound : local(results.conclusion)}
        actions={<Actions round={results.round} />}
      />
      {results.round.state !== 'closed' && <Provisional levels={results.levels} />}
      <ResultsFilters results={results} />
      <Overall results={results} />
      {compared && <ConclusionStrip results={results} />}
      <h2>{texts.composites.heading}</h2>
      <StageComposites results={results} stageTitle={stageTitle} />
      <h2>{texts.questions.heading}</h2>
      <QuestionTable
        rows={questions}
        stageTitle={stageTitle}
        compared={compared}
        sort={filters.sort}
        showAll={filters.show === 'all'}
        onSort={(sort) => setFilters({ sort })}
        onShowAll={() => setFilters({ show: 'all' })}
      />
      <h2>{texts.themes.heading}</h2>
      <p className="reading-width">{texts.themes.intro}</p>
      <ThemeTables {...ofStage} />
      <h2>{texts.levels.heading}</h2>
      <LevelsSection {...ofStage} />
      <h2>{texts.cases.heading}</h2>
      <CasesTable rows={results.cases} stageTitle={stageTitle} />
      <UnitComposites results={results} />
      <Notes results={results} />
    </>
  )
}

function Actions({ round }: { round: Results['round'] }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const session = useSession()
  const readsAll = session?.rights.some(
    ({ action, municipality }) => action === 'results.read' && municipality,
  )
  return (
    <>
      {readsAll === true && (
        <a
          className={buttonClass('secondary')}
          href={addressOf(downloadAnalysis, { params: { round: round.key } })}
        >
          {texts.downloadAnalysis}
        </a>
      )}
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
