import { paths } from '../paths.ts'
import { useCommonTexts } from '../texts/common.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'

export function NotFoundPage() {
  const { notFound } = useCommonTexts()
  return (
    <>
      <PageHeading title={notFound.title} />
      <p>{notFound.body}</p>
      <div className="button-row">
        <Link to={paths.tasks()} className={buttonClass('primary')}>
          {notFound.action}
        </Link>
      </div>
    </>
  )
}
