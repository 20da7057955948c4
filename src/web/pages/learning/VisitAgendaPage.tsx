import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getVisit, type VisitView } from '../../../contract/learning/visits.ts'
import { ask } from '../../api.ts'
import { formatDate, formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { AgendaList } from './AgendaList.tsx'
import { VisitGoals } from './VisitGoals.tsx'

/** The agenda as it lies on the table: to be printed. */
export function VisitAgendaPage() {
  const { visit } = useParams({ from: '/visits/$visit/agenda' })
  const query = useQuery({ ...ask(getVisit, { params: { visit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(view) => <View visit={view} />}</PageAnswer>
}

function View({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const day = formatDate(visit.day, language)
  const open = visit.earlier.filter(({ outcome }) => outcome === null)
  return (
    <>
      <Breadcrumb above={[{ title: texts.visitOn(day), to: paths.visit(visit.id) }]} />
      <PageHeading
        title={`${texts.agenda}, ${visit.unit.name}`}
        question={texts.visitOn(day)}
        actions={
          <Button variant="primary" onClick={() => window.print()}>
            {texts.print}
          </Button>
        }
      />
      <KeyValues
        items={[
          { key: 'place', name: texts.place, value: visit.place },
          {
            key: 'participants',
            name: texts.participants,
            value:
              visit.participants.length === 0
                ? texts.noParticipants
                : visit.participants.map(({ name }) => name).join(', '),
          },
        ]}
      />
      <h2>{texts.agenda}</h2>
      {visit.agenda.length === 0 ? <p>{texts.agendaEmpty}</p> : <AgendaList visit={visit} />}
      {open.length > 0 && (
        <>
          <h2>{texts.earlierHeading}</h2>
          <ul>
            {open.map(({ id, text, who, dueOn, overdue }) => (
              <li key={id}>
                {[text, who, dueOn === null ? null : formatShortDate(dueOn, language)]
                  .filter((part) => part !== null)
                  .join(' · ')}
                {overdue && <strong>{` (${texts.overdue.toLocaleLowerCase(language)})`}</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
      <VisitGoals unit={visit.unit.id} />
    </>
  )
}
