import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getFinding, type FindingView } from '../../../contract/finding/finding.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { FindingFacts } from './FindingFacts.tsx'
import { FindingPattern } from './FindingPattern.tsx'
import { FindingSources } from './FindingSources.tsx'
import { FindingState } from './FindingState.tsx'
import { FindingThread } from './FindingThread.tsx'
import { JournalNote } from './JournalNote.tsx'
import { NextActs } from './NextActs.tsx'
import { useErrorWords } from './finding-words.ts'
import { isId } from './is-id.ts'

/** One error: what was found, what is done about it, and what the person can do now. */
export function FindingPage() {
  const { finding } = useParams({ from: '/findings/$finding' })
  return isId(finding) ? <OneFinding finding={finding} /> : <NotFoundPage />
}

function OneFinding({ finding }: { finding: string }) {
  const query = useQuery({
    ...ask(getFinding, { params: { finding } }),
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(found) => <Found of={found} />}</PageAnswer>
}

function Found({ of }: { of: FindingView }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const errorWords = useErrorWords()
  const { critical } = of
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.findings() }]} />
      <PageHeading
        title={texts.pageTitle(of.caseId)}
        question={errorWords(of)}
        actions={<FindingState of={of} />}
      />
      <p className="soft">{texts.where(local(of.stage.title), of.unit.name, local(of.round.title))}</p>
      {critical?.open === true && (
        <p className="note">
          {texts.criticalHere} <Link to={paths.critical(critical.id)}>{texts.seeCritical}</Link>
        </p>
      )}
      {of.unsupported && <p className="note">{texts.unsupported}</p>}
      {of.barred && <p className="note">{texts.barred}</p>}
      <div className="finding-columns">
        <div>
          <NextActs of={of} />
          {of.journalNote !== null && <JournalNote note={of.journalNote} />}
          <FindingSources of={of} />
          <FindingPattern of={of} />
        </div>
        <div>
          <FindingFacts of={of} />
          <FindingThread entries={of.entries} inWords={of.question === null} />
        </div>
      </div>
    </>
  )
}
