import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getGoal, type GoalView } from '../../../contract/learning/goal.ts'
import { printedMove } from '../../../core/learning/goal-without-change.ts'
import { ask } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { printShare } from '../analysis/share-words.ts'
import { aimName, standingTag, verdictSentence } from './goal-words.ts'
import { GoalNumbers } from './GoalNumbers.tsx'
import { GoalWithdrawal } from './GoalWithdrawal.tsx'

export function GoalPage() {
  const { goal } = useParams({ from: '/goals/$goal' })
  const query = useQuery({ ...ask(getGoal, { params: { goal } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(view) => <View key={view.id} view={view} />}</PageAnswer>
}

function View({ view }: { view: GoalView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [asking, setAsking] = useState(false)
  const target = formatPercent(view.target / 100, language)
  const { kind, word } = standingTag(view.standing, texts)
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.goals({ unit: view.unit.id }) }]} />
      <PageHeading
        title={`${view.unit.name}: ${aimName(view.aim, texts, local)}`}
        question={texts.pageQuestion(target)}
        actions={view.mayWithdraw && <Button onClick={() => setAsking(true)}>{texts.withdraw}</Button>}
      />
      <p>
        <StatusTag kind={kind}>{word}</StatusTag>
      </p>
      <StandingWords view={view} target={target} />
      <GoalNumbers view={view} />
      <Luck view={view} />
      {view.why !== null && (
        <section aria-labelledby="goal-why">
          <h2 id="goal-why">{texts.whyHeading}</h2>
          <p className="visit-text reading-width">{view.why}</p>
        </section>
      )}
      <section aria-labelledby="goal-facts">
        <h2 id="goal-facts">{texts.facts}</h2>
        <KeyValues
          items={[
            { key: 'unit', name: texts.unit, value: view.unit.name },
            ...(view.proposal === null
              ? []
              : [
                  {
                    key: 'proposal',
                    name: texts.proposal,
                    value: <Link to={paths.fourBox(view.unit.id)}>{view.proposal.title}</Link>,
                  },
                ]),
            { key: 'by', name: texts.setBy, value: view.setBy ?? texts.notKnown },
            { key: 'on', name: texts.setOn, value: formatShortDate(view.setAt.slice(0, 10), language) },
          ]}
        />
      </section>
      <Disclosure summary={texts.method}>
        {texts.methodBody.map((paragraph) => (
          <p key={paragraph} className="reading-width">
            {paragraph}
          </p>
        ))}
      </Disclosure>
      {asking && <GoalWithdrawal goal={view.id} onClose={() => setAsking(false)} />}
    </>
  )
}

function StandingWords({ view, target }: { view: GoalView; target: string }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { standing } = view
  const notes: string[] = []
  switch (standing.state) {
    case 'withdrawn':
      notes.push(texts.withdrawnWords(standing.reason))
      break
    case 'waiting':
      notes.push(
        standing.round === null ? texts.noRoundWords : texts.waitingWords(local(standing.round.title)),
      )
      break
    case 'judged': {
      const { questions, final } = standing.judgement
      notes.push(verdictSentence(standing.judgement, target, texts))
      if (!final) notes.push(texts.notFinal)
      if (questions !== null && questions.shared > 0 && questions.shared < questions.all)
        notes.push(texts.fewerQuestions(questions.shared, questions.all))
      if (standing.judgement.verdict === 'met') notes.push(texts.judgedOf(view.judgedInUnit))
      break
    }
    default:
      standing satisfies never
  }
  if (view.roundBegan) notes.push(texts.began)
  return notes.map((note, at) => (
    <p key={note} className="reading-width">
      {at === 0 ? <strong>{note}</strong> : note}
    </p>
  ))
}

/** Regression to the mean, in plain words. */
function Luck({ view }: { view: GoalView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { figure } = view.base
  const stood = printShare(figure, figure.sample, language)
  const { withoutChange } = view
  const moves = withoutChange === null ? 0 : printedMove(figure, withoutChange)
  if (withoutChange !== null && moves === 0) return null
  const expected = withoutChange === null ? '' : formatPercent(withoutChange, language)
  return (
    <section aria-labelledby="goal-luck">
      <h2 id="goal-luck">{texts.luckHeading}</h2>
      <p className="reading-width">
        {withoutChange === null
          ? texts.luckUnknown
          : moves > 0
            ? texts.luck(stood, expected)
            : texts.luckHigh(stood, expected)}
      </p>
    </section>
  )
}
