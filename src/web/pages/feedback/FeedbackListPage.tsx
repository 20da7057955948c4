import { useQuery } from '@tanstack/react-query'
import { listFeedback, type FeedbackSummary } from '../../../contract/review/feedback.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { feedback as da } from '../../texts/da/feedback.ts'
import { feedback as en } from '../../texts/en/feedback.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

export function FeedbackListPage() {
  return (
    <Permitted action="feedback.own">
      <FeedbackList />
    </Permitted>
  )
}

function FeedbackList() {
  const texts = useTexts({ da, en })
  const query = useQuery({ ...ask(listFeedback, {}), refetchOnMount: 'always' as const })
  return (
    <>
      <PageHeading title={texts.title} question={texts.question} />
      <Answer query={query}>
        {({ feedback }) =>
          feedback.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
          ) : (
            <FeedbackTable feedback={feedback} />
          )
        }
      </Answer>
    </>
  )
}

function FeedbackTable({ feedback }: { feedback: readonly FeedbackSummary[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const columns: readonly DataColumn<FeedbackSummary>[] = [
    {
      key: 'case',
      title: texts.case,
      rowHeader: true,
      render: ({ review, caseId }) => <Link to={paths.feedback(review)}>{caseId}</Link>,
    },
    { key: 'stage', title: texts.stage, render: ({ stage }) => local(stage) },
    { key: 'round', title: texts.round, render: ({ round }) => local(round) },
    {
      key: 'released',
      title: texts.released,
      sortBy: ({ releasedAt }) => releasedAt,
      render: ({ releasedAt }) => formatDate(releasedAt, language),
    },
    {
      key: 'state',
      title: texts.state,
      render: ({ read, correcting }) =>
        correcting ? (
          <StatusTag kind="neutral">{texts.correcting}</StatusTag>
        ) : read ? (
          <StatusTag kind="done">{texts.read}</StatusTag>
        ) : (
          <StatusTag kind="active">{texts.unread}</StatusTag>
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      columns={columns}
      rows={feedback}
      rowKey={({ review }) => review}
      stacked
    />
  )
}
