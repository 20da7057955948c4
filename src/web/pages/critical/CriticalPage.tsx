import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getCriticalCase, type CriticalView } from '../../../contract/review/critical-case.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { CriticalEndings } from './CriticalEndings.tsx'
import { CriticalState } from './CriticalState.tsx'
import { CriticalSteps } from './CriticalSteps.tsx'
import { CriticalTimeline } from './CriticalTimeline.tsx'

/** One critical case: what must happen by when, and what has been done. */
export function CriticalPage() {
  const { critical } = useParams({ from: '/critical/$critical' })
  const query = useQuery({
    ...ask(getCriticalCase, { params: { critical } }),
    refetchOnMount: 'always' as const,
    refetchInterval: 60_000,
  })
  return <PageAnswer query={query}>{(found) => <Found of={found} />}</PageAnswer>
}

function Found({ of }: { of: CriticalView }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const local = useLocal()
  return (
    <>
      <Breadcrumb
        above={[
          { title: navigation.tasks, to: paths.tasks() },
          { title: texts.listTitle, to: paths.criticals() },
        ]}
      />
      <PageHeading
        title={texts.title(of.caseId)}
        question={`${local(of.stage)}, ${of.unit}`}
        actions={<CriticalState of={of} />}
      />
      {of.registryCaseId !== null && <p className="soft">{texts.registry(of.registryCaseId)}</p>}
      {of.withheld !== 'no' && <p className="note">{texts.withheld[of.withheld]}</p>}
      {of.barred && of.handles && <p className="note">{texts.barred}</p>}
      <div className="critical-columns">
        <CriticalSteps of={of} />
        <CriticalTimeline entries={of.entries} />
      </div>
      <CriticalEndings of={of} />
    </>
  )
}
