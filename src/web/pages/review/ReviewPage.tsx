import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { getReview, type Review } from '../../../contract/review/review.ts'
import { ask } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { paths } from '../../paths.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { ReportCritical } from '../critical/ReportCritical.tsx'
import { DeclarationForm } from './DeclarationForm.tsx'
import { ReturnedNote } from './ReturnedNote.tsx'
import { ReviewForm } from './ReviewForm.tsx'

// Whoever fills in a form does not wait for what comes after it.
const FinishedReview = lazy(async () => ({ default: (await import('./FinishedReview.tsx')).FinishedReview }))

export function ReviewPage() {
  const { review: id } = useParams({ from: '/reviews/$review' })
  // Asked afresh on every opening: a form filled in from an old copy would meet its own newer answers as conflicts.
  const query = useQuery({
    ...ask(getReview, { params: { review: id } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return <PageAnswer query={query}>{(review) => <ReviewView key={review.id} review={review} />}</PageAnswer>
}

function ReviewView({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const local = useLocal()
  const { caseFacts, level, stage } = review
  const writable = review.acts.includes('answer')
  const [wasWritable] = useState(writable || review.declarationNeeded)
  return (
    <>
      <Breadcrumb above={[{ title: navigation.tasks, to: paths.tasks() }]} />
      <PageHeading
        title={texts.title(caseFacts.caseId)}
        question={texts.subtitle(local(stage), level.level, firstLower(local(level.title)), level.minutes)}
        actions={!writable && <ReportCritical />}
      />
      {review.declarationNeeded ? (
        <DeclarationForm review={review} />
      ) : writable ? (
        <>
          {review.state === 'in-progress' && <ReturnedNote review={review.id} />}
          <ReviewForm review={review} />
        </>
      ) : (
        <Suspense fallback={<Loading />}>
          <FinishedReview review={review} justSubmitted={wasWritable} />
        </Suspense>
      )}
    </>
  )
}
