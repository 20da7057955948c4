import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addressOf } from '../../../../contract/client.ts'
import {
  exportComparison,
  getComparison,
  type Comparison,
  type ReadyComparison,
} from '../../../../contract/analysis/comparison.ts'
import { ask } from '../../../api.ts'
import { comparison as da } from '../../../texts/da/comparison.ts'
import { comparison as en } from '../../../texts/en/comparison.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { JumpLinks } from '../../../ui/JumpLinks.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { ComparedTable } from './ComparedTable.tsx'
import { SideChoice } from './SideChoice.tsx'
import { useComparedSides, wantedSides } from './compared-sides.ts'

/** What differs between two rounds, units, levels or programmes, and what of it can be more than chance? */
export function ComparePage() {
  return (
    <Permitted action="results.read">
      <Compare />
    </Permitted>
  )
}

function Compare() {
  const [filters] = useComparedSides()
  const query = useQuery({
    ...ask(getComparison, { query: wantedSides(filters) }),
    placeholderData: keepPreviousData,
  })
  return <PageAnswer query={query}>{(found) => <View found={found} />}</PageAnswer>
}

function View({ found: { rounds, units, answer } }: { found: Comparison }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const ready = answer.state === 'ready' ? answer : undefined
  return (
    <>
      <PageHeading
        title={texts.title}
        question={ready === undefined ? texts.question : local(ready.sentence)}
        actions={ready !== undefined && <ExportLinks />}
      />
      {rounds.length === 0 ? (
        <EmptyState title={texts.noRounds.title}>{texts.noRounds.body}</EmptyState>
      ) : (
        <div className="two-columns">
          <SideChoice which="a" rounds={rounds} units={units} shown={ready?.a} />
          <SideChoice which="b" rounds={rounds} units={units} shown={ready?.b} />
        </div>
      )}
      {rounds.length > 0 && answer.state === 'nothing' && (
        <EmptyState title={texts.nothing[answer.why].title}>{texts.nothing[answer.why].body}</EmptyState>
      )}
      {ready !== undefined && <Compared found={ready} />}
    </>
  )
}

function Compared({ found }: { found: ReadyComparison }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const titleOf = (stage: string | null) => {
    const title = found.stages.find(({ key }) => key === stage)?.title
    return title === undefined ? texts.allStages : local(title)
  }
  return (
    <>
      <Notes found={found} />
      <JumpLinks
        sections={[
          { id: 'overall', title: texts.overall },
          ...found.stages.map(({ key, title }) => ({ id: `stage-${key}`, title: local(title) })),
        ]}
      />
      <section aria-labelledby="overall">
        <h2 id="overall">{texts.overall}</h2>
        <p className="soft">{texts.overallNote}</p>
        <ComparedTable
          caption={texts.overall}
          of="cases"
          heading={texts.columns.stage}
          rows={found.composites.map(({ stage, a, b, change, cases }) => ({
            key: stage ?? '',
            title: titleOf(stage),
            samples: [cases[0], cases[1] ?? 0],
            a,
            b,
            change,
          }))}
        />
      </section>
      {found.stages.map(({ key, title }) => (
        <section key={key} aria-labelledby={`stage-${key}`}>
          <h2 id={`stage-${key}`}>{local(title)}</h2>
          <ComparedTable
            caption={`${texts.byQuestion}: ${local(title)}`}
            heading={texts.columns.question}
            of="answers"
            rows={found.questions
              .filter(({ stage }) => stage === key)
              .map(({ question, number, text, a, b, change }) => ({
                key: question,
                title: texts.asks(number, local(text)),
                samples: [a.denominator, b?.denominator ?? 0],
                a,
                b,
                change,
              }))}
          />
        </section>
      ))}
    </>
  )
}

/** What a reader must know before the figures. */
function Notes({ found: { a, b, inBoth, leftOut } }: { found: ReadyComparison }) {
  const texts = useTexts({ da, en })
  const sides = [
    { name: texts.side.a, side: a },
    { name: texts.side.b, side: b },
  ]
  const named = (which: (side: ReadyComparison['a']) => boolean) =>
    sides.flatMap(({ name, side }) => (which(side) ? [name] : [])).join(', ')
  const [chosen, unweighted] = [
    named(({ generalises }) => !generalises),
    named(({ generalises, weights }) => generalises && weights === 'none'),
  ]
  const apart = leftOut.new + leftOut.wording + leftOut.answer
  const ofUnits = a.unit !== null && b.unit !== null && a.unit.id !== b.unit.id
  return (
    <>
      {chosen !== '' && <p className="note">{texts.chosen(chosen)}</p>}
      {unweighted !== '' && <p className="note">{texts.unweighted(unweighted)}</p>}
      {apart > 0 && <p className="note">{texts.leftOut(leftOut.new, leftOut.wording, leftOut.answer)}</p>}
      {ofUnits && <p className="soft">{texts.unitsNote}</p>}
      <p className="soft">{inBoth === 0 ? texts.manyNote : texts.pairedNote}</p>
    </>
  )
}

function ExportLinks() {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [filters] = useComparedSides()
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className={buttonClass('secondary')}
          href={addressOf(exportComparison, { query: { ...wantedSides(filters), format, lang } })}
        >
          {texts.exportAs(format === 'xlsx' ? 'Excel' : 'CSV')}
        </a>
      ))}
    </>
  )
}
