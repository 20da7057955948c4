import { paths } from '../paths.ts'
import { useSession } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'

/** A page that none of the person's roles opens: which roles those are, and who can help. */
export function NotPermittedPage() {
  const { notPermitted, roles } = useCommonTexts()
  const held = useSession()?.roles ?? []
  const names = [...new Set(held.map(({ role }) => roles[role]))]
  return (
    <>
      <PageHeading title={notPermitted.title} />
      <p>{names.length === 0 ? notPermitted.noRole : notPermitted.body(names.join(', '), names.length)}</p>
      <p>{notPermitted.help}</p>
      <div className="button-row">
        <Link to={paths.tasks()} className={buttonClass('primary')}>
          {notPermitted.action}
        </Link>
      </div>
    </>
  )
}
