import { useQuery } from '@tanstack/react-query'
import { countFeedback } from '../../../contract/review/feedback.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { feedbackWaiting as da } from '../../texts/da/feedback-waiting.ts'
import { feedbackWaiting as en } from '../../texts/en/feedback-waiting.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** One line on the start page for whoever can have feedback, one for whoever answers disputes. */
export function FeedbackWaiting() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const { data } = useQuery({ ...ask(countFeedback, {}), refetchOnMount: 'always' as const })
  if (data === undefined) return null
  const { unread, disputes } = data
  return (
    <>
      {may('feedback.own') && (
        <p>
          {unread > 0 && <strong>{texts.unread(unread)} </strong>}
          <Link to={paths.ownFeedback()}>{texts.toFeedback}</Link>
        </p>
      )}
      {(may('feedback.follow-up') || may('feedback.correction')) && (
        <p>
          {disputes > 0 && <strong>{texts.disputes(disputes)} </strong>}
          <Link to={paths.disputes()}>
            {may('feedback.follow-up') ? texts.toDisputes : texts.toCorrections}
          </Link>
        </p>
      )}
    </>
  )
}
