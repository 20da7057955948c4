import { useQuery } from '@tanstack/react-query'
import { logKinds, searchLog, type LogEntry } from '../../../contract/access/log.ts'
import { listUnits } from '../../../contract/access/units.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { logWords as wordsDa } from '../../texts/da/log-words.ts'
import { access as en } from '../../texts/en/access.ts'
import { logWords as wordsEn } from '../../texts/en/log-words.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { useFilters } from '../../ui/filters.ts'
import { AccessHeading } from './AccessHeading.tsx'
import { detailItems, wordFor } from './log-detail.ts'
import { BackupLine } from './BackupLine.tsx'
import { SealLine } from './SealLine.tsx'
import { SearchField } from './SearchField.tsx'

const day = /^\d{4}-\d{2}-\d{2}$/

export function LogPage() {
  return (
    <Permitted action="access.read">
      <Log />
    </Permitted>
  )
}

function Log() {
  const texts = useTexts({ da, en })
  const words = useTexts<typeof wordsDa>({ da: wordsDa, en: wordsEn })
  const [values, setFilters] = useFilters(['kind', 'act', 'who', 'subject', 'from', 'until', 'before'])
  const kind = logKinds.find((one) => one === values.kind) ?? 'change'
  const { act, who, subject, from, until, before } = values
  const query = useQuery(
    ask(searchLog, {
      query: {
        kind,
        ...(act !== undefined && { act }),
        ...(who !== undefined && { who }),
        ...(subject !== undefined && { subject }),
        ...(from !== undefined && day.test(from) && { from }),
        ...(until !== undefined && day.test(until) && { until }),
        ...(before !== undefined && /^[1-9]\d{0,14}$/.test(before) && { before }),
      },
    }),
  )
  const nameOf = (code: string) => wordFor(words.acts, code) ?? code
  // A page of one search is no page of another.
  const narrow = (changes: Parameters<typeof setFilters>[0]) => setFilters({ ...changes, before: undefined })
  const acts = (query.data?.acts ?? [])
    .map((code) => ({ value: code, label: nameOf(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'da'))

  return (
    <>
      <AccessHeading />
      <p>{texts.logWhat}</p>
      <FilterBar
        filters={[
          {
            key: 'kind',
            label: texts.logKind,
            all: false,
            options: logKinds.map((one) => ({ value: one, label: texts.logKinds[one] })),
          },
          { key: 'act', label: texts.actFilter, options: acts },
        ]}
        values={values}
        onChange={(changes) => narrow('kind' in changes ? { ...changes, act: undefined } : changes)}
      />
      <search className="search-bar">
        <SearchField label={texts.who} value={who ?? ''} onSearch={(text) => narrow({ who: text })} />
        <SearchField
          label={texts.subject}
          value={subject ?? ''}
          onSearch={(text) => narrow({ subject: text })}
        />
        <SearchField
          label={texts.fromDay}
          type="date"
          value={from ?? ''}
          onSearch={(text) => narrow({ from: text })}
        />
        <SearchField
          label={texts.untilDay}
          type="date"
          value={until ?? ''}
          onSearch={(text) => narrow({ until: text })}
        />
      </search>
      <Answer query={query}>
        {({ entries, next, seal }) => (
          <>
            <SealLine seal={seal} />
            <BackupLine />
            {entries.length === 0 ? (
              <EmptyState title={texts.noEntries}>{texts.noEntriesBody}</EmptyState>
            ) : (
              <LogTable entries={entries} words={words} />
            )}
            <div className="button-row">
              {before !== undefined && (
                <Button onClick={() => setFilters({ before: undefined })}>{texts.newest}</Button>
              )}
              {next !== null && (
                <Button onClick={() => setFilters({ before: String(next) })}>{texts.older}</Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </>
  )
}

interface LogTableProps {
  readonly entries: readonly LogEntry[]
  readonly words: typeof wordsDa
}

function LogTable({ entries, words }: LogTableProps) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  // Whoever may not see them, or before they come, reads ids.
  const units = useQuery(ask(listUnits, {})).data?.units ?? []
  const names = { log: words, roles, units: new Map(units.map(({ id, name }) => [id, name])), language }
  const columns: readonly DataColumn<LogEntry>[] = [
    { key: 'when', title: texts.when, render: ({ at }) => formatDateTime(at, language) },
    {
      key: 'person',
      title: texts.person,
      render: ({ person }) =>
        person === null ? (
          <span className="soft">{texts.theProgram}</span>
        ) : (
          `${person.name} (${person.initials})`
        ),
    },
    { key: 'what', title: texts.what, rowHeader: true, render: ({ act }) => wordFor(words.acts, act) ?? act },
    {
      key: 'about',
      title: texts.about,
      render: ({ subjectKind, subjectId }) => (
        <>
          {wordFor(words.subjects, subjectKind) ?? subjectKind}
          {subjectId !== null && <small className="soft log-id">{subjectId}</small>}
        </>
      ),
    },
    {
      key: 'detail',
      title: texts.detail,
      render: (entry) => {
        const items = detailItems(entry, names)
        if (items.length === 0) return '–'
        return (
          <ul className="plain-list log-detail">
            {items.map(({ name, value }) => (
              <li key={name}>
                <span className="soft">{name}:</span> {value}
              </li>
            ))}
          </ul>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={texts.logCaption}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ id }) => String(id)}
      stacked
    />
  )
}
