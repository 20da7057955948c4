import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getWeekReport, listWeekCases } from '../../../../contract/caseflow/flow-reports.ts'
import { weekWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { findWeek } from '../../../../core/caseflow/flow/flow-period.ts'
import { weekCaseFigures, type WeekCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import { wordsIn } from '../../../../core/caseflow/flow/flow-words.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { NotFoundPage } from '../../NotFoundPage.tsx'
import { FlowCases } from '../flow/FlowCases.tsx'
import { caseQuery, useCaseFilters, type CaseQuery } from '../flow/case-filters.ts'

/** Which cases are behind a figure of the week? */
export function WeekCasesPage() {
  const { week } = useParams({ from: '/caseflow/week/$week/cases' })
  const [filters] = useCaseFilters()
  const figure = weekCaseFigures.find((one) => one === filters.figure)
  return (
    <Permitted action="caseflow.read">
      {figure === undefined || findWeek(week) === undefined ? (
        <NotFoundPage />
      ) : (
        <Cases week={week} figure={figure} />
      )}
    </Permitted>
  )
}

function Cases({ week, figure }: { week: string; figure: WeekCaseFigure }) {
  const { inWords, ofKey } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [filters] = useCaseFilters()
  const asked = caseQuery(filters)
  const query = useQuery(ask(listWeekCases, { params: { week }, query: { figure, ...asked } }))
  const time = useTime(week, asked)
  return (
    <FlowCases
      query={query}
      figureIn={(words) => {
        const title = inWords(wordsIn(words, language)).figures[figure]
        return time === undefined ? title : ofKey(title, local(time.name))
      }}
      report={{
        title: local(weekWords(week)),
        to: paths.flowWeek(week, { unit: asked.unit }),
      }}
      pathOf={(page) =>
        paths.flowWeekCases(week, { figure, key: asked.key, unit: asked.unit, page: String(page) })
      }
    />
  )
}

/** The time that the figure is of; its name stands in the report, which the reader most often comes from. */
function useTime(week: string, { key, unit }: CaseQuery) {
  const may = useMay()
  const query = useQuery({
    ...ask(getWeekReport, { params: { week }, query: unit === undefined ? {} : { unit } }),
    enabled: key !== undefined && may('caseflow.report'),
  })
  return query.data?.figures.times.find((time) => time.key === key)
}
