import { paths } from '../paths.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Link } from '../ui/Link.tsx'

export function Footer() {
  const texts = useCommonTexts()
  return (
    <footer className="site-footer" aria-label={texts.footer}>
      <div className="page-width">
        <p>
          {texts.product} · {texts.version(import.meta.env.TILSYN_VERSION)}
        </p>
        <p>
          <Link to={paths.accessibility()}>{texts.accessibility}</Link>
        </p>
      </div>
    </footer>
  )
}
