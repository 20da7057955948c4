import { useQuery } from '@tanstack/react-query'
import { addressOf, type CallOutput } from '../../../contract/client.ts'
import { exportFindings, listFindings } from '../../../contract/finding/finding.ts'
import { isClosed } from '../../../core/finding/finding.ts'
import { ask } from '../../api.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { FindingBoard } from './FindingBoard.tsx'
import { FindingFilterBar } from './FindingFilterBar.tsx'
import { FindingList } from './FindingList.tsx'
import { pageOf, queryOf, useFindingFilters } from './finding-filters.ts'

/** Is every error followed up? As a list or as a board, by the filters in the address. */
export function FindingsPage() {
  return (
    <Permitted action="finding.read">
      <Findings />
    </Permitted>
  )
}

type Listed = CallOutput<typeof listFindings>

function Findings() {
  const [filters] = useFindingFilters()
  const page = pageOf(filters)
  // The board's columns are the states, so it is not filtered by one.
  const asked = queryOf(filters.view === 'board' ? { ...filters, state: undefined } : filters)
  const query = useQuery({
    ...ask(listFindings, {
      query: {
        ...asked,
        ...(filters.view !== 'board' && page > 1 && { page }),
      },
    }),
    placeholderData: (before: Listed | undefined) => before,
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
}

function View({ listed }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const [filters, setFilters] = useFindingFilters()
  const view = filters.view === 'board' ? 'board' : 'list'
  const filtered = Object.keys(queryOf(filters)).length > 0
  const all = listed.counts.reduce((sum, { count }) => sum + count, 0)
  const closed = listed.counts.reduce((sum, { state, count }) => sum + (isClosed({ state }) ? count : 0), 0)
  const nothing = view === 'board' ? all === 0 : listed.total === 0
  return (
    <>
      <PageHeading
        title={texts.title}
        question={
          all === 0
            ? texts.question
            : view === 'list' && queryOf(filters).state !== undefined
              ? texts.inState(listed.total, all)
              : texts.standing(all, closed)
        }
        actions={all > 0 && <ExportLinks />}
      />
      {(filtered || all > 0) && (
        <>
          <fieldset className="picture-choice">
            <legend className="visually-hidden">{texts.views.label}</legend>
            {(['list', 'board'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view === one}
                onClick={() => setFilters({ view: one === 'list' ? undefined : one, page: undefined })}
              >
                {texts.views[one]}
              </button>
            ))}
          </fieldset>
          <FindingFilterBar choices={listed.choices} board={view === 'board'} />
        </>
      )}
      {nothing ? (
        <EmptyState title={filtered ? texts.noneFiltered : texts.none}>
          {filtered ? texts.noneFilteredBody : texts.noneBody}
        </EmptyState>
      ) : view === 'board' ? (
        <FindingBoard counts={listed.counts} />
      ) : (
        <FindingList listed={listed} />
      )}
    </>
  )
}

function ExportLinks() {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [filters] = useFindingFilters()
  const asked = queryOf(filters.view === 'board' ? { ...filters, state: undefined } : filters)
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className={buttonClass('secondary')}
          href={addressOf(exportFindings, { query: { ...asked, format, lang } })}
        >
          {texts.exportAs(format === 'xlsx' ? 'Excel' : 'CSV')}
        </a>
      ))}
    </>
  )
}
