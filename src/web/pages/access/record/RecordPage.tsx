import { useQuery } from '@tanstack/react-query'
import { findRecord, readRecord } from '../../../../contract/access/record.ts'
import { ask, useSend } from '../../../api.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useFilters } from '../../../ui/filters.ts'
import { AccessHeading } from '../AccessHeading.tsx'
import { SearchField } from '../SearchField.tsx'
import { HoldList } from './HoldList.tsx'
import { RecordChildren } from './RecordChildren.tsx'
import { RecordFiles } from './RecordFiles.tsx'
import { RecordLooks } from './RecordLooks.tsx'

export function RecordPage() {
  return (
    <Permitted action="access.record">
      <RecordLog />
    </Permitted>
  )
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const entryName = /^(?:access|change):[1-9]\d{0,14}$/

/** Who has seen a child's record. The CPR number is sent in the body and never stands in an address. */
function RecordLog() {
  const texts = useTexts({ da, en })
  const [{ case: ofCase, child, before }, setFilters] = useFilters(['case', 'child', 'before'])
  const find = useSend(findRecord, [])
  const whose =
    child !== undefined && uuid.test(child) ? { child } : ofCase === undefined ? undefined : { case: ofCase }
  return (
    <>
      <AccessHeading />
      <p>{texts.what}</p>
      <search className="search-bar">
        <SearchField
          label={texts.caseNumber}
          value={ofCase ?? ''}
          onSearch={(text) =>
            setFilters({
              case: text.trim() === '' ? undefined : text.trim(),
              child: undefined,
              before: undefined,
            })
          }
        />
        <SearchField
          label={texts.cpr}
          value=""
          onSearch={(cpr) =>
            find.mutate(
              { body: { cpr } },
              {
                onSuccess: (found) => setFilters({ case: undefined, child: found.child, before: undefined }),
              },
            )
          }
        />
      </search>
      <p className="hint">{texts.cprHint}</p>
      {find.isError && <Problem error={find.error} />}
      {whose === undefined ? (
        <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
      ) : (
        <Looks
          whose={whose}
          before={before !== undefined && entryName.test(before) ? before : undefined}
          onPage={(next) => setFilters({ before: next })}
          onChild={(id) => setFilters({ case: undefined, child: id, before: undefined })}
        />
      )}
      <HoldList />
    </>
  )
}

interface LooksProps {
  readonly whose: { readonly case: string } | { readonly child: string }
  readonly before: string | undefined
  readonly onPage: (before: string | undefined) => void
  readonly onChild: (id: string) => void
}

function Looks({ whose, before, onPage, onChild }: LooksProps) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(readRecord, { query: { ...whose, ...(before !== undefined && { before }) } }))
  return (
    <Answer query={query}>
      {({ cases, children, looks, next }) => (
        <>
          <p>
            {texts.cases(cases.length)}
            {cases.join(', ')}
          </p>
          <RecordChildren items={children} onChild={'case' in whose ? onChild : undefined} />
          {looks.length === 0 ? (
            <EmptyState title={texts.noLooks}>{texts.noLooksBody}</EmptyState>
          ) : (
            <RecordLooks looks={looks} ofCase={'case' in whose ? whose.case : undefined} />
          )}
          <div className="button-row">
            {before !== undefined && <Button onClick={() => onPage(undefined)}>{texts.newest}</Button>}
            {next !== null && <Button onClick={() => onPage(next)}>{texts.older}</Button>}
          </div>
          <RecordFiles whose={whose} />
        </>
      )}
    </Answer>
  )
}
