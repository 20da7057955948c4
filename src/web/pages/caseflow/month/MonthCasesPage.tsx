import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { listMonthCases } from '../../../../contract/caseflow/flow-reports.ts'
import { monthWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { findMonth } from '../../../../core/caseflow/flow/flow-period.ts'
import { monthCaseFigures, type MonthCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { NotFoundPage } from '../../NotFoundPage.tsx'
import { FlowCases } from '../flow/FlowCases.tsx'
import { caseQuery, useCaseFilters } from '../flow/case-filters.ts'

/** Which cases are behind a figure of the month? */
export function MonthCasesPage() {
  const { month } = useParams({ from: '/caseflow/month/$month/cases' })
  const [filters] = useCaseFilters()
  const figure = monthCaseFigures.find((one) => one === filters.figure)
  return (
    <Permitted action="caseflow.read">
      {figure === undefined || findMonth(month) === undefined ? (
        <NotFoundPage />
      ) : (
        <Cases month={month} figure={figure} />
      )}
    </Permitted>
  )
}

function Cases({ month, figure }: { month: string; figure: MonthCaseFigure }) {
  const { monthFigures, ofKey } = useTexts({ da, en })
  const local = useLocal()
  const [filters] = useCaseFilters()
  const asked = caseQuery(filters)
  const query = useQuery(ask(listMonthCases, { params: { month }, query: { figure, ...asked } }))
  const title = monthFigures[figure]
  return (
    <FlowCases
      query={query}
      figureIn={() => (asked.key === undefined ? title : ofKey(title, asked.key))}
      report={{
        title: local(monthWords(month)),
        to: paths.flowMonth(month, { unit: asked.unit }),
      }}
      pathOf={(page) =>
        paths.flowMonthCases(month, { figure, key: asked.key, unit: asked.unit, page: String(page) })
      }
    />
  )
}
