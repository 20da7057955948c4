import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { readBreakGlassCase } from '../../../../contract/access/break-glass.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { breakGlass as da } from '../../../texts/da/break-glass.ts'
import { breakGlass as en } from '../../../texts/en/break-glass.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { SheetOfCase } from '../sheet/SheetOfCase.tsx'

/** The overview sheet of the one case that is open to the caller for a short time. */
export function BreakGlassCasePage() {
  return (
    <Permitted action="break-glass.open">
      <OpenedCase />
    </Permitted>
  )
}

function OpenedCase() {
  const texts = useTexts({ da, en })
  const { breakGlass } = useParams({ from: '/caseflow/break-glass/$breakGlass' })
  const query = useQuery({
    ...ask(readBreakGlassCase, { params: { breakGlass } }),
    // Nothing of it stays behind when the page is left.
    gcTime: 0,
  })
  return (
    <PageAnswer query={query}>
      {(shown) => (
        <div className="case-sheet">
          <Breadcrumb above={[{ title: texts.title, to: paths.breakGlass() }]} />
          <PageHeading title={texts.caseTitle(shown.caseId)} question={texts.readOnly} />
          <SheetOfCase shown={shown} />
        </div>
      )}
    </PageAnswer>
  )
}
