import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { breakGlass as da } from '../../../texts/da/break-glass.ts'
import { breakGlass as en } from '../../../texts/en/break-glass.ts'
import { useCommonTexts } from '../../../texts/common.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { NotPermittedPage } from '../../NotPermittedPage.tsx'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { AskForm } from './AskForm.tsx'
import { OthersGrants, OwnGrants } from './Grants.tsx'

/** A case is needed at once by somebody who cannot see it: asking, what one opened, and what others did. */
export function BreakGlassPage() {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const may = useMay()
  const [opens, reviews] = [may('break-glass.open'), may('break-glass.review')]
  if (!opens && !reviews) return <NotPermittedPage />
  return (
    <>
      <Breadcrumb above={[{ title: navigation.deadlines, to: paths.deadlines() }]} />
      <PageHeading title={texts.title} question={texts.question} />
      <CaseflowTabs />
      <p>{texts.what}</p>
      {opens && <AskForm />}
      {opens && <OwnGrants />}
      {reviews && <OthersGrants />}
    </>
  )
}
