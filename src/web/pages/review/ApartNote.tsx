import type { Review } from '../../../contract/review/review.ts'
import { paths } from '../../paths.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'

/** What one of two who review apart can do next, once their own form is handed in. */
export function ApartNote({ review: { id, apart } }: { review: Review }) {
  const texts = useTexts({ da, en })
  if (apart !== 'merging' && apart !== 'merged') return null
  return (
    <div className="button-row">
      <Link className={buttonClass(apart === 'merging' ? 'primary' : 'secondary')} to={paths.merge(id)}>
        {apart === 'merging' ? texts.toMerge : texts.seeMerge}
      </Link>
    </div>
  )
}
