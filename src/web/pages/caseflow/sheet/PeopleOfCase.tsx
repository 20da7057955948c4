import type { getCase } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'

type Sheet = CallOutput<typeof getCase>['sheet']

/** Who has had the case since when: by its events, and by the register. */
export function PeopleOfCase({ sheet: { people, registered } }: { sheet: Sheet }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<Sheet['people'][number]>[] = [
    {
      key: 'caseworker',
      title: texts.caseworker,
      rowHeader: true,
      render: ({ caseworker, caseworkerName }) => nameOf(caseworker, caseworkerName),
    },
    { key: 'unit', title: texts.unit, render: ({ unit }) => unit || '–' },
    { key: 'from', title: texts.firstEvent, render: ({ from }) => formatShortDate(from, language) },
    { key: 'to', title: texts.lastEvent, render: ({ to }) => formatShortDate(to, language) },
  ]
  const steps: readonly DataColumn<Sheet['registered'][number]>[] = [
    { key: 'stage', title: texts.stage, rowHeader: true, render: ({ stage }) => local(stage) },
    {
      key: 'caseworker',
      title: texts.caseworker,
      render: ({ caseworker, caseworkerName }) => nameOf(caseworker, caseworkerName),
    },
    { key: 'unit', title: texts.unit, render: ({ unit }) => unit },
    { key: 'started', title: texts.started, render: ({ started }) => formatShortDate(started, language) },
    {
      key: 'completed',
      title: texts.completed,
      render: ({ completed }) =>
        completed === null ? texts.notCompleted : formatShortDate(completed, language),
    },
    {
      key: 'participants',
      title: texts.participants,
      render: ({ participants }) => (participants.length === 0 ? '–' : participants.join(', ')),
    },
  ]
  return (
    <section aria-labelledby="sheet-people">
      <h2 id="sheet-people">{texts.peopleHeading}</h2>
      <DataTable
        caption={texts.peopleCaption}
        captionHidden
        stacked
        columns={columns}
        rows={people}
        rowKey={({ unit, caseworker }) => `${unit} ${caseworker}`}
      />
      {registered.length > 0 && (
        <DataTable
          caption={texts.registeredCaption}
          stacked
          columns={steps}
          rows={registered}
          rowKey={({ stage, started }) => `${stage.da} ${started}`}
        />
      )}
    </section>
  )
}

function nameOf(code: string, name: string | null): string {
  if (code === '') return '–'
  return name === null ? code : `${name} (${code})`
}
