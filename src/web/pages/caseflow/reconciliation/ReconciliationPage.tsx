import { useQuery } from '@tanstack/react-query'
import { addressOf, type CallOutput } from '../../../../contract/client.ts'
import {
  exportReconciliation,
  getReconciliation,
  type ReadyReconciliation,
} from '../../../../contract/caseflow/reconciliation.ts'
import { ask } from '../../../api.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { JumpLinks } from '../../../ui/JumpLinks.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { SealedView } from '../../analysis/SealedView.tsx'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { EntryList } from './EntryList.tsx'
import { PairMethod } from './PairMethod.tsx'
import { QuestionFigures } from './QuestionFigures.tsx'
import { ReconciliationFilterBar } from './ReconciliationFilterBar.tsx'
import { UnitFigures } from './UnitFigures.tsx'
import { reconciliationQuery, useReconciliationFilters } from './reconciliation-filters.ts'

/** How far can the registry's dates be trusted? Reviews of a round beside the deadlines judged from events. */
export function ReconciliationPage() {
  return (
    <Permitted action="reconciliation.read">
      <Reconciled />
    </Permitted>
  )
}

type Found = CallOutput<typeof getReconciliation>

function Reconciled() {
  const [filters] = useReconciliationFilters()
  const query = useQuery({
    ...ask(getReconciliation, { query: reconciliationQuery(filters) }),
    placeholderData: (before: Found | undefined) => before,
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(found) => <View found={found} />}</PageAnswer>
}

function View({ found: { rounds, answer } }: { found: Found }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const ready = answer.state === 'ready'
  return (
    <>
      <PageHeading
        title={texts.title}
        question={ready ? local(answer.sentence) : texts.question}
        actions={ready && answer.total > 0 && <ExportLinks />}
      />
      <CaseflowTabs />
      {rounds.length > 0 && <ReconciliationFilterBar rounds={rounds} answer={answer} />}
      {answer.state === 'empty' && (
        <EmptyState title={texts.empty[answer.why].title}>{texts.empty[answer.why].body}</EmptyState>
      )}
      {answer.state === 'sealed' && <SealedView round={answer.round} waiting={answer.waiting} />}
      {ready && <Ready answer={answer} />}
    </>
  )
}

function Ready({ answer }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  return (
    <>
      {!answer.generalises && <p className="note">{texts.chosen}</p>}
      {answer.generalises && answer.weights === 'none' && <p className="note">{texts.unweighted}</p>}
      <JumpLinks
        sections={[
          { id: 'reconciled-cases', title: texts.list },
          { id: 'by-question', title: texts.byQuestion },
          { id: 'by-unit', title: texts.byUnit },
        ]}
      />
      <EntryList answer={answer} />
      <QuestionFigures answer={answer} />
      <UnitFigures answer={answer} />
      <PairMethod answer={answer} />
    </>
  )
}

function ExportLinks() {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [filters] = useReconciliationFilters()
  const { page: _page, ...asked } = reconciliationQuery(filters)
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className={buttonClass('secondary')}
          href={addressOf(exportReconciliation, { query: { ...asked, format, lang } })}
        >
          {texts.exportAs(format === 'xlsx' ? 'Excel' : 'CSV')}
        </a>
      ))}
    </>
  )
}
