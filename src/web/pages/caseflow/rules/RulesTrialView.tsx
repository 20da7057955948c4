import { listedDeadlineStates } from '../../../../contract/caseflow/deadlines.ts'
import type { RulesCandidate } from '../../../../contract/caseflow/rules.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useTrial, type Effect } from './rules-trial.ts'

/** What comes out otherwise in the cases, before anything is published. */
export function RulesTrialView({ candidate, cases }: { candidate: RulesCandidate; cases: number }) {
  const texts = useTexts({ da, en })
  return (
    <>
      <h3>{texts.trialHeading}</h3>
      <p>{texts.trialCases(cases)}</p>
      {cases > 0 && <RunningTrial candidate={candidate} cases={cases} />}
    </>
  )
}

function RunningTrial({ candidate, cases }: { candidate: RulesCandidate; cases: number }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { trial, stop, goOn } = useTrial(candidate)
  const { state, effects, examples } = trial
  const count = (value: number | undefined) => formatInteger(value ?? 0, language)
  return (
    <>
      <output>
        {state === 'running' && <Progress label={texts.trialRunning} done={trial.cases} of={cases} />}
        {state === 'stopped' && <p>{texts.trialStopped(trial.cases, cases)}</p>}
        {state === 'done' && <p>{texts.trialDone(trial.changed, trial.cases)}</p>}
      </output>
      {trial.error !== null && <Problem error={trial.error} />}
      {state === 'running' && <Button onClick={stop}>{texts.trialStop}</Button>}
      {state === 'stopped' && <Button onClick={goOn}>{texts.trialGoOn}</Button>}
      {state !== 'running' && examples.length > 0 && (
        <p>
          {texts.examples}{' '}
          {examples.map((caseId, at) => (
            <span key={caseId}>
              {at > 0 && ', '}
              <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link>
            </span>
          ))}
        </p>
      )}
      {state !== 'running' && effects.length > 0 && (
        <DataTable
          caption={texts.effectsCaption}
          stacked
          columns={[
            {
              key: 'rule',
              title: texts.columns.rule,
              rowHeader: true,
              render: ({ rule }: Effect) => rule,
            },
            ...listedDeadlineStates.map((each) => ({
              key: each,
              title: texts.columns[each],
              align: 'end' as const,
              render: ({ before, after }: Effect) =>
                before[each] === after[each]
                  ? count(after[each])
                  : texts.from(count(before[each]), count(after[each])),
            })),
          ]}
          rows={effects}
          rowKey={({ rule }) => rule}
        />
      )}
    </>
  )
}
