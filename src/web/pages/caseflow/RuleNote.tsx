import type { ListedRule } from '../../../contract/caseflow/deadlines.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** A rule by its title; on a click where it stands in the law, and how sure we are of it. */
export function RuleNote({ rule, title }: { rule: ListedRule; title: string }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <Disclosure summary={title}>
      <dl className="rule-note">
        <dt>{texts.basis}</dt>
        <dd>
          {local(rule.rulesTitle)}: {rule.basis}
        </dd>
        <dt>{texts.confidence}</dt>
        <dd>{texts.confidences[rule.confidence]}</dd>
        {rule.note !== null && (
          <>
            <dt>{texts.note}</dt>
            <dd>{local(rule.note)}</dd>
          </>
        )}
      </dl>
    </Disclosure>
  )
}
