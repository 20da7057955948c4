import { useQuery } from '@tanstack/react-query'
import { getAnchors, giveAnchors, type RoundAnchors } from '../../../contract/review/anchors.ts'
import { ask, useSend } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { anchors as da } from '../../texts/da/anchors.ts'
import { anchors as en } from '../../texts/en/anchors.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { AnchorDrift } from './AnchorDrift.tsx'

type Anchor = RoundAnchors['anchors'][number]
type Level = RoundAnchors['levels'][number]

/** For those who lead the audit only: which cases are anchors, who has reviewed them, and what has drifted. */
export function AnchorSection({ round, closed }: { round: string; closed: boolean }) {
  const query = useQuery(ask(getAnchors, { params: { round } }))
  const texts = useTexts({ da, en })
  if (query.data?.anchors.length === 0) return null
  return (
    <section aria-labelledby="anchors">
      <h2 id="anchors">{texts.heading}</h2>
      <p className="soft">{texts.intro}</p>
      <Answer query={query}>{(found) => <Found round={round} closed={closed} found={found} />}</Answer>
    </section>
  )
}

function Found({ round, closed, found }: { round: string; closed: boolean; found: RoundAnchors }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const columns: readonly DataColumn<Anchor>[] = [
    {
      key: 'case',
      title: texts.case,
      rowHeader: true,
      render: ({ caseId, shownAs, stage, changed }) => (
        <>
          {caseId}
          {shownAs !== null && <span className="soft small"> ({texts.shownAs(shownAs)})</span>}
          <br />
          <span className="small">{local(stage)}</span>
          {changed.length > 0 && (
            <p className="small">{texts.changed(changed.map((fact) => texts.facts[fact]).join(', '))}</p>
          )}
        </>
      ),
    },
    { key: 'unit', title: texts.unit, render: ({ unit }) => unit },
    {
      key: 'here',
      title: texts.here,
      render: ({ levels }) =>
        levels.map(({ level, outcome }) => (
          <div key={level}>
            {texts.level(level)}: {texts.outcomes[outcome]}
          </div>
        )),
    },
    {
      key: 'reviews',
      title: texts.reviews,
      render: ({ reviews }) =>
        [...Map.groupBy(reviews, ({ round: of }) => of.key)].map(([key, ofRound]) => (
          <div key={key}>
            <span className="soft small">{ofRound[0] && local(ofRound[0].round.title)}</span>
            {ofRound.map(({ level, reviewers, state }) => (
              <div key={level}>
                {texts.level(level)}: {reviewers.join(', ') || texts.nobody}
                {state !== 'submitted' && <span className="soft"> ({texts.waits})</span>}
              </div>
            ))}
          </div>
        )),
    },
  ]
  return (
    <>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns}
        rows={found.anchors}
        rowKey={({ caseId, stage }) => `${stage.da} ${caseId}`}
        stacked
      />
      {found.levels.map((level) => (
        <div key={level.level}>
          {level.left > 0 && !closed && <GiveAgain round={round} level={level} />}
          <h3>{texts.driftHeading(level.level, firstLower(local(level.title)))}</h3>
          {level.drift === null ? <p>{texts.notYet}</p> : <AnchorDrift drift={level.drift} />}
        </div>
      ))}
    </>
  )
}

function GiveAgain({ round, level }: { round: string; level: Level }) {
  const texts = useTexts({ da, en })
  const send = useSend(giveAnchors, [getAnchors])
  return (
    <div className="note">
      <p>{texts.left(level.left)}</p>
      {send.isError && <Problem error={send.error} />}
      <div className="button-row">
        <Button busy={send.isPending} onClick={() => send.mutate({ params: { round, level: level.level } })}>
          {texts.again(level.level)}
        </Button>
        <output>{send.data && texts.againDone(send.data.given, send.data.left)}</output>
      </div>
    </div>
  )
}
