import { useCommonTexts } from '../texts/common.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'

/** A page that broke while it was drawn: a mistake of ours, or a part of the client that could not be fetched. */
export function FailedPage() {
  const { failed } = useCommonTexts()
  return (
    <>
      <PageHeading title={failed.title} />
      <p>{failed.body}</p>
      <div className="button-row">
        <Button variant="primary" onClick={() => globalThis.location.reload()}>
          {failed.action}
        </Button>
      </div>
    </>
  )
}
