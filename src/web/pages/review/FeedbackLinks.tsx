import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { taskList as da } from '../../texts/da/task-list.ts'
import { taskList as en } from '../../texts/en/task-list.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** The way to feedback and disputes also when none waits; they stand nowhere else. */
export function FeedbackLinks() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const answers = may('feedback.follow-up')
  if (!may('feedback.own') && !answers && !may('feedback.correction')) return null
  return (
    <section>
      <h2>{texts.ways}</h2>
      <ul className="plain-list">
        {may('feedback.own') && (
          <li>
            <Link to={paths.ownFeedback()}>{texts.toFeedback}</Link>
          </li>
        )}
        {(answers || may('feedback.correction')) && (
          <li>
            <Link to={paths.disputes()}>{answers ? texts.toDisputes : texts.toCorrections}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
