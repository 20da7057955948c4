import type { ReactNode } from 'react'
import type { CycleStep } from '../../../core/learning/cycle.ts'
import type { UnitCycle } from '../../../contract/learning/cycle.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { unitCycle as da } from '../../texts/da/unit-cycle.ts'
import { unitCycle as en } from '../../texts/en/unit-cycle.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** The five steps, each with what there is to say of it. */
export function CycleFacts({ cycle }: { cycle: UnitCycle }) {
  return (
    <div className="cycle-facts">
      <PlanStep cycle={cycle} />
      <AuditStep cycle={cycle} />
      <LearningStep cycle={cycle} />
      <ImplementationStep cycle={cycle} />
      <EvaluationStep cycle={cycle} />
    </div>
  )
}

function CycleSection({ step, children }: { step: CycleStep; children: ReactNode }) {
  const texts = useTexts({ da, en })
  return (
    <section aria-labelledby={`cycle-${step}`}>
      <h2 id={`cycle-${step}`}>{texts.steps[step]}</h2>
      {children}
    </section>
  )
}

function PlanStep({ cycle: { plan } }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (plan === null)
    return (
      <CycleSection step="plan">
        <p>{texts.noPlan}</p>
      </CycleSection>
    )
  const { all, own, running, done, late } = plan.initiatives
  return (
    <CycleSection step="plan">
      <p>
        <Link to={paths.actionPlan(plan.id)}>
          {texts.plan(plan.title, plan.label, formatDate(plan.publishedOn, language))}
        </Link>
      </p>
      <p>{texts.initiatives(all, own, running, done)}</p>
      {late > 0 && <StatusTag kind="danger">{texts.late(late)}</StatusTag>}
    </CycleSection>
  )
}

function AuditStep({ cycle: { audit } }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { round, next } = audit
  return (
    <CycleSection step="audit">
      {round === null ? (
        <p>{texts.noRound}</p>
      ) : (
        <>
          <p>
            <Link to={paths.round(round.key)}>
              {round.closedOn === null
                ? texts.roundOpen(local(round.title))
                : texts.roundClosed(local(round.title), formatDate(round.closedOn, language))}
            </Link>
          </p>
          <p>{texts.reviews(round.submitted, round.drawn)}</p>
        </>
      )}
      {next !== null && <p>{texts.nextRound(local(next.title), formatDate(next.periodTo, language))}</p>}
    </CycleSection>
  )
}

function LearningStep({ cycle: { unit, learning } }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { last, next, unnoted, strengths, proposals } = learning
  return (
    <CycleSection step="learning">
      <p>
        {last === null ? (
          texts.noVisit
        ) : (
          <>
            {texts.lastVisit}: <Link to={paths.visit(last.id)}>{formatDate(last.day, language)}</Link>
          </>
        )}
      </p>
      <p>
        {next === null ? (
          texts.noNext
        ) : (
          <>
            {next.day === last?.day ? texts.nextSameDay : texts.nextVisit}:{' '}
            <Link to={paths.visit(next.id)}>{formatDate(next.day, language)}</Link>
          </>
        )}
      </p>
      {unnoted !== null && (
        <p>
          {texts.unnoted}: <Link to={paths.visit(unnoted.id)}>{formatDate(unnoted.day, language)}</Link>
        </p>
      )}
      <p>
        <Link to={paths.strengths(unit.id)}>{texts.strengths(strengths)}</Link>,{' '}
        <Link to={paths.fourBox(unit.id)}>{texts.proposals(proposals)}</Link>
      </p>
    </CycleSection>
  )
}

function ImplementationStep({ cycle: { unit, learning, implementation } }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const { points, findings } = implementation
  return (
    <CycleSection step="implementation">
      {findings !== null && (
        <>
          <p>
            <Link to={paths.findings({ unit: unit.id, state: 'active' })}>
              {findings.open === 0 ? texts.noFindings : texts.findings(findings.open, findings.restored)}
            </Link>
          </p>
          {findings.sealed && <p className="soft small reading-width">{texts.findingsSealed}</p>}
          {findings.putOffLate > 0 && (
            <p>
              <Link to={paths.findings({ unit: unit.id, overdue: 'put-off' })}>
                {texts.putOffLate(findings.putOffLate)}
              </Link>
            </p>
          )}
          {findings.overdue > 0 && (
            <p>
              <StatusTag kind="danger">
                <Link to={paths.findings({ unit: unit.id, overdue: 'true' })}>
                  {texts.overdue(findings.overdue)}
                </Link>
              </StatusTag>
            </p>
          )}
        </>
      )}
      <p>
        {learning.last === null ? (
          texts.points(points.open)
        ) : (
          <Link to={paths.visit(learning.last.id)}>{texts.points(points.open)}</Link>
        )}
      </p>
      {points.overdue > 0 && <StatusTag kind="danger">{texts.overdue(points.overdue)}</StatusTag>}
    </CycleSection>
  )
}

function EvaluationStep({ cycle: { unit, evaluation } }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const goals = (verdict: string) => evaluation.judged.find((each) => each.verdict === verdict)?.goals ?? 0
  return (
    <CycleSection step="evaluation">
      <p>{texts.goals(evaluation.waiting, goals('met'), goals('not-met'), goals('cannot-tell'))}</p>
      <p>
        <Link to={paths.goals({ unit: unit.id })}>{texts.toGoals}</Link>
      </p>
    </CycleSection>
  )
}
