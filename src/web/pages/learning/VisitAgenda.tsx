import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../contract/client.ts'
import { getVisitMaterial } from '../../../contract/learning/visit-material.ts'
import {
  getVisit,
  saveVisitAgenda,
  type AgendaItemView,
  type VisitView,
} from '../../../contract/learning/visits.ts'
import { ask } from '../../api.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { AgendaItems } from './AgendaItems.tsx'
import { AgendaList } from './AgendaList.tsx'
import { Conflict } from './Conflict.tsx'
import { useVersionedDraft } from './use-versioned-draft.ts'

type Items = readonly AgendaItemView[]

export function VisitAgenda({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  if (visit.mayLead && visit.state === 'planned') return <Editing visit={visit} />
  return visit.agenda.length === 0 ? <p>{texts.agendaEmpty}</p> : <AgendaList visit={visit} />
}

/** The whole list is saved together, by hand. */
function Editing({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const client = useQueryClient()
  const params = { visit: visit.id }
  const { draft, change, dirty, saved, failed, save, theirs, takeTheirs, keepMine } =
    useVersionedDraft<Items>({
      stored: { value: visit.agenda, version: visit.agendaVersion },
      isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      reasonOf: () => '',
      put: async (all, version) => {
        const items = all.filter(({ text }) => text.trim() !== '')
        const answer = await call(saveVisitAgenda, { params, body: { items, version } })
        client.setQueryData<VisitView>([getVisit.path, { params }], (view) =>
          view === undefined ? view : { ...view, agenda: items, agendaVersion: answer.version },
        )
        // What is on the agenda is suggested no more, and its figures come along.
        void client.invalidateQueries({ queryKey: [getVisitMaterial.path] })
        return answer
      },
    })
  return (
    <section aria-label={texts.agenda}>
      {draft.length === 0 && <p>{texts.agendaEmptyLead}</p>}
      <AgendaItems items={draft} onChange={change} />
      {theirs === null && failed !== null && <Problem error={failed} />}
      {theirs !== null && (
        <Conflict onTheirs={takeTheirs} onMine={keepMine}>
          {theirs.length === 0 ? texts.nothing : theirs.map(({ text }) => text).join('\n')}
        </Conflict>
      )}
      <div className="button-row">
        <Button
          variant={dirty ? 'primary' : 'secondary'}
          busy={saved.state === 'saving'}
          onClick={() => void save()}
        >
          {texts.saveAgenda}
        </Button>
        <Button onClick={() => change([...draft, { kind: 'own', question: null, text: '', note: '' }])}>
          {texts.addItem}
        </Button>
        <output className="soft">{dirty ? texts.unsaved : ''}</output>
      </div>
      <Suggested visit={visit.id} draft={draft} onAdd={(items) => change([...draft, ...items])} />
    </section>
  )
}

interface SuggestedProps {
  readonly visit: string
  readonly draft: Items
  readonly onAdd: (items: Items) => void
}

function Suggested({ visit, draft, onAdd }: SuggestedProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const query = useQuery(ask(getVisitMaterial, { params: { visit } }))
  return (
    <>
      <h3>{texts.suggested}</h3>
      <p className="hint">{texts.suggestedWhy}</p>
      <Answer query={query}>
        {({ suggested }) => {
          const open = suggested
            .filter(({ kind, question }) =>
              question === null
                ? !draft.some((item) => item.kind === kind)
                : !draft.some((item) => item.question === question),
            )
            .map(({ kind, question, text }) => ({ kind, question, text: local(text), note: '' }))
          if (open.length === 0) return <p>{texts.noSuggestions}</p>
          return (
            <>
              <ul className="plain-list visit-suggested no-max-width">
                {open.map((item) => (
                  <li key={`${item.kind} ${item.question ?? ''}`}>
                    <span>
                      <span className="soft">{texts.kinds[item.kind]}:</span> {item.text}
                    </span>
                    <Button aria-label={texts.addThis(item.text)} onClick={() => onAdd([item])}>
                      {texts.add}
                    </Button>
                  </li>
                ))}
              </ul>
              {open.length > 1 && <Button onClick={() => onAdd(open)}>{texts.addAll}</Button>}
            </>
          )
        }}
      </Answer>
    </>
  )
}
