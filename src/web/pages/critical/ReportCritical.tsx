import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { getCriticalOfReview } from '../../../contract/review/critical-case.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { ReportDialog } from './ReportDialog.tsx'

const reportedId = 'critical-reported'

/**
 * The button that whoever reads a case presses when they fear for the child; `proposed` where an answer says so. Once the
 * person has reported it, the way to the case stands there instead.
 */
export function ReportCritical({ proposed = false }: { proposed?: boolean }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const review = useParams({ strict: false }).review ?? ''
  const query = useQuery({
    ...ask(getCriticalOfReview, { params: { review } }),
    enabled: may('critical.report'),
    refetchOnWindowFocus: false,
  })
  const [open, setOpen] = useState(false)
  const reported = query.data?.critical ?? null
  const isOpen = reported !== null && reported.state !== 'accounted' && reported.state !== 'withdrawn'
  // The button that opened the dialog is gone once the case is reported, so the focus goes to what stands in its place.
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open && isOpen) document.getElementById(reportedId)?.focus()
    wasOpen.current = open
  }, [open, isOpen])
  if (!may('critical.report')) return null
  const dialog = <ReportDialog review={review} open={open} onClose={() => setOpen(false)} />
  if (isOpen)
    return (
      <>
        {!proposed && (
          <p className="critical-reported" id={reportedId} tabIndex={-1}>
            {texts.reportedByMe}. <Link to={paths.critical(reported.id)}>{texts.follow}</Link>
          </p>
        )}
        {dialog}
      </>
    )
  const button = (
    <Button className="critical-button" onClick={() => setOpen(true)}>
      {texts.report}
    </Button>
  )
  return (
    <>
      {proposed ? (
        <output className="critical-box">
          <p>{texts.proposal}</p>
          {button}
        </output>
      ) : (
        button
      )}
      {dialog}
    </>
  )
}
