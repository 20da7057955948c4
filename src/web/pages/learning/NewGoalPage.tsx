import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { getGoalBasis, mostReason, setGoal, type GoalBasis } from '../../../contract/learning/goal.ts'
import { reasonFrom } from '../../../core/learning/four-box.ts'
import { ask, useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { paths } from '../../paths.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { printShare } from '../analysis/share-words.ts'
import { GoalProspectWords } from './GoalProspectWords.tsx'

export function NewGoalPage() {
  return (
    <Permitted action="goal.set">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const [{ unit, round, proposal }] = useFilters(['unit', 'round', 'proposal'])
  const query = useQuery(ask(getGoalBasis, { query: { unit, round, proposal } }))
  return <PageAnswer query={query}>{(basis) => <NewGoal key={basis.round?.key} basis={basis} />}</PageAnswer>
}

/** In the address of an option; the separator is in no key. */
const keyOf = (option: { readonly stage: string | null; readonly question: string | null }) =>
  `${option.stage ?? ''}\t${option.question ?? ''}`

function NewGoal({ basis }: { basis: GoalBasis }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const router = useRouter()
  const send = useSend(setGoal)
  const [, setFilters] = useFilters(['unit', 'round', 'proposal'])
  const { proposal } = basis
  const [draft, setDraft] = useState({
    option: keyOf({ stage: null, question: null }),
    target: '',
    round: '',
    why: proposal === null ? '' : reasonFrom(proposal, mostReason),
  })
  const [tried, setTried] = useState(0)
  const { options, stages } = basis
  const option = options.find((each) => keyOf(each) === draft.option) ?? options[0]
  const target = /^\d{1,3}$/.test(draft.target.trim()) ? Number(draft.target) : Number.NaN
  const isTarget = target >= 1 && target <= 100
  const problems = fieldProblems(send.error)
  const lacks = isTarget ? undefined : texts.targetMissing
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried((count) => count + 1)
    if (!isTarget || option === undefined || basis.round === null || send.isPending) return
    const { stage, question } = option
    const round = draft.round === '' ? null : draft.round
    const why = draft.why.trim() === '' ? null : draft.why
    send.mutate(
      {
        body: {
          unit: basis.unit.id,
          base: basis.round.key,
          stage,
          question,
          target,
          round,
          why,
          proposal: proposal?.id ?? null,
        },
      },
      { onSuccess: ({ id }) => void router.navigate({ href: paths.goal(id) }) },
    )
  }
  const named = (key: string | null, name: string) => {
    const found = options.find((each) => keyOf(each) === key)
    return found === undefined ? null : (
      <option key={key} value={key ?? ''}>
        {`${name} (${printShare(found.figure, found.figure.sample, language)})`}
      </option>
    )
  }
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.goals({ unit: basis.unit.id }) }]} />
      <PageHeading title={`${texts.newTitle}: ${basis.unit.name}`} question={texts.newQuestion} />
      {basis.round === null || option === undefined ? (
        <p>{texts.noClosed}</p>
      ) : (
        <form noValidate onSubmit={submit}>
          <ErrorSummary
            key={tried}
            errors={tried === 0 || lacks === undefined ? [] : [{ control: 'goal-target', text: lacks }]}
          />
          {send.isError && problems.size === 0 && <Problem error={send.error} />}
          {proposal !== null && (
            <p>
              {texts.fromProposal} <Link to={paths.fourBox(basis.unit.id)}>{proposal.title}</Link>
            </p>
          )}
          {basis.units.length > 1 && (
            <Field label={texts.unit}>
              {(wired) => (
                <select
                  {...wired}
                  className="form-select"
                  value={basis.unit.id}
                  onChange={({ target: chosen }) => setFilters({ unit: chosen.value, proposal: '' })}
                >
                  {basis.units.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field label={texts.base} hint={texts.baseHint}>
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={basis.round?.key}
                onChange={({ target: chosen }) => setFilters({ round: chosen.value })}
              >
                {basis.rounds.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {local(title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={texts.which} hint={texts.whichHint}>
            {(wired) => (
              <select
                {...wired}
                className="form-select goal-choice"
                value={keyOf(option)}
                onChange={({ target: chosen }) => setDraft({ ...draft, option: chosen.value })}
              >
                <optgroup label={texts.composites}>
                  {named(keyOf({ stage: null, question: null }), texts.all)}
                  {stages.map(({ key, title }) => named(keyOf({ stage: key, question: null }), local(title)))}
                </optgroup>
                {stages.map(({ key, title, questions }) => (
                  <optgroup key={key} label={local(title)}>
                    {questions.map((question) =>
                      named(
                        keyOf({ stage: key, question: question.key }),
                        `${question.number} ${local(question.text)}`,
                      ),
                    )}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <Field
            id="goal-target"
            label={texts.targetLabel}
            error={tried === 0 ? undefined : (lacks ?? problems.get('target'))}
          >
            {(wired) => (
              <input
                {...wired}
                className="form-input goal-target"
                inputMode="numeric"
                maxLength={3}
                value={draft.target}
                onChange={({ target: typed }) => setDraft({ ...draft, target: typed.value })}
              />
            )}
          </Field>
          <GoalProspectWords option={option} target={isTarget ? target / 100 : null} />
          <Field label={texts.whenJudged}>
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={draft.round}
                onChange={({ target: chosen }) => setDraft({ ...draft, round: chosen.value })}
              >
                <option value="">{texts.nextRound}</option>
                {basis.later.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {local(title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={texts.why} hint={texts.whyHint} optional error={problems.get('why')}>
            {(wired) => (
              <textarea
                {...wired}
                className="form-input"
                rows={3}
                maxLength={mostReason}
                value={draft.why}
                onChange={({ target: typed }) => setDraft({ ...draft, why: typed.value })}
              />
            )}
          </Field>
          <p className="hint">{texts.saveNote}</p>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {texts.save}
          </Button>
        </form>
      )}
    </>
  )
}
