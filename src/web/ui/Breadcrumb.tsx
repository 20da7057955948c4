import type { Path } from '../paths.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Link } from './Link.tsx'

/** The pages above this one; the page itself is named by its heading right below. */
export function Breadcrumb({ above }: { above: readonly { readonly title: string; readonly to: Path }[] }) {
  const texts = useCommonTexts()
  return (
    <nav className="breadcrumb" aria-label={texts.breadcrumb}>
      <ol className="no-max-width">
        {above.map(({ title, to }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
