import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listAbsences, takeBackAbsence, type AbsenceView } from '../../../contract/access/absence.ts'
import { downloadMyCalendar } from '../../../contract/review/calendar.ts'
import { ask, useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { useMay } from '../../session.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { UnitFeeds } from '../caseflow/watch/UnitFeeds.tsx'
import { AbsenceForm } from './AbsenceForm.tsx'

/** One's own due days for another calendar, and who is away. */
export function CalendarPage() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listAbsences, {}))
  const may = useMay()
  const [done, setDone] = useState('')
  return (
    <>
      <PageHeading title={texts.calendarTitle} question={texts.calendarQuestion} />
      <section>
        <h2>{texts.calendarHeading}</h2>
        <p>{texts.calendarBody}</p>
        <p>
          <a className={buttonClass('secondary')} href={downloadMyCalendar.path} download>
            {texts.calendarDownload}
          </a>
        </p>
        <Disclosure summary={texts.calendarSteps}>
          <ul>
            <li>{texts.calendarOutlook}</li>
            <li>{texts.calendarOther}</li>
          </ul>
          <p>{texts.calendarSnapshot}</p>
        </Disclosure>
      </section>
      {may('caseflow.read') && <UnitFeeds />}
      <section>
        <h2>{texts.absenceHeading}</h2>
        <p>{texts.absenceBody}</p>
        <output className="done-note">{done}</output>
        <Answer query={query}>
          {({ absences, people }) => (
            <>
              {absences.length === 0 ? (
                <p className="soft">{texts.absenceNone}</p>
              ) : (
                <AbsenceTable absences={absences} onDone={() => setDone(texts.tookBack)} />
              )}
              <AbsenceForm people={people} onDone={() => setDone(texts.added)} />
            </>
          )}
        </Answer>
      </section>
    </>
  )
}

function AbsenceTable({ absences, onDone }: { absences: readonly AbsenceView[]; onDone: () => void }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const send = useSend(takeBackAbsence)
  return (
    <>
      {send.isError && <Problem error={send.error} />}
      <DataTable
        caption={texts.absenceCaption}
        captionHidden
        columns={[
          {
            key: 'person',
            title: texts.person,
            rowHeader: true,
            sortBy: ({ person }) => person.name,
            render: ({ person, mine }) => (mine ? `${person.name} (${texts.me})` : person.name),
          },
          {
            key: 'from',
            title: texts.from2,
            sortBy: ({ from }) => from,
            render: ({ from }) => formatDate(from, language),
          },
          {
            key: 'until',
            title: texts.until,
            sortBy: ({ until }) => until,
            render: ({ until }) => formatDate(until, language),
          },
          {
            key: 'meanwhile',
            title: texts.meanwhile,
            align: 'end',
            render: ({ dueMeanwhile }) => dueMeanwhile,
          },
          {
            key: 'act',
            title: texts.columns.act,
            render: ({ id, person, mayTakeBack }) =>
              mayTakeBack && (
                <Button
                  variant="tertiary"
                  aria-label={texts.takeBackNamed(person.name)}
                  busy={send.isPending}
                  onClick={() => send.mutate({ params: { absence: id } }, { onSuccess: onDone })}
                >
                  {texts.takeBack}
                </Button>
              ),
          },
        ]}
        rows={absences}
        rowKey={({ id }) => id}
        stacked
      />
    </>
  )
}
