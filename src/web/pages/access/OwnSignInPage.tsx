import { paths } from '../../paths.ts'
import { useSession } from '../../session.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { OneTimeCodes } from './OneTimeCodes.tsx'
import { OwnSessions } from './OwnSessions.tsx'

/** How one signs in, and where one is signed in. */
export function OwnSignInPage() {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const session = useSession()
  if (session === null) return null
  return (
    <>
      <PageHeading title={texts.title} question={texts.how[session.method]} />
      {session.factorMissing && <p className="note">{texts.needed}</p>}
      {session.userName !== null && (
        <>
          <OneTimeCodes />
          <p>
            <Link to={paths.password()}>{common.changePassword}</Link>
          </p>
        </>
      )}
      <OwnSessions />
    </>
  )
}
