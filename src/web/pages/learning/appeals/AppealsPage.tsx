import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, type CallOutput } from '../../../../contract/client.ts'
import { exportAppeals, listAppeals } from '../../../../contract/learning/appeals.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { AddAppeal } from './AddAppeal.tsx'
import { AddAppealCount } from './AddAppealCount.tsx'
import { AppealFilterBar } from './AppealFilterBar.tsx'
import { AppealStatistics } from './AppealStatistics.tsx'
import { AppealTable } from './AppealTable.tsx'
import { PublishedCounts } from './PublishedCounts.tsx'
import { queryOf, useAppealFilters } from './appeal-filters.ts'

export function AppealsPage() {
  const [filters] = useAppealFilters()
  const query = useQuery({
    ...ask(listAppeals, { query: queryOf(filters) }),
    placeholderData: (before: CallOutput<typeof listAppeals> | undefined) => before,
  })
  return (
    <Permitted action="appeal.read">
      <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
    </Permitted>
  )
}

function View({ listed }: { listed: CallOutput<typeof listAppeals> }) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [filters] = useAppealFilters()
  const [adding, setAdding] = useState<'appeal' | 'count'>()
  const { page: _page, ...asked } = queryOf(filters)
  const close = () => setAdding(undefined)
  return (
    <>
      <PageHeading
        title={texts.title}
        question={texts.question(listed.total)}
        actions={
          <>
            {listed.mayEdit && (
              <>
                <Button variant="primary" onClick={() => setAdding('appeal')}>
                  {texts.add}
                </Button>
                <Button onClick={() => setAdding('count')}>{texts.addCount}</Button>
              </>
            )}
            {(['xlsx', 'csv'] as const).map((format) => (
              <a
                key={format}
                className={buttonClass('secondary')}
                href={addressOf(exportAppeals, { query: { ...asked, format, lang } })}
              >
                {texts.exportAs(format === 'xlsx' ? 'Excel' : 'CSV')}
              </a>
            ))}
          </>
        }
      />
      <AppealFilterBar choices={listed.choices} />
      {listed.appeals.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
      ) : (
        <>
          <AppealTable listed={listed} />
          <Pages page={listed.page} pages={listed.pages} />
        </>
      )}
      <AppealStatistics listed={listed} />
      <PublishedCounts counts={listed.counts} mayEdit={listed.mayEdit} />
      {adding === 'appeal' && <AddAppeal units={listed.units} onClose={close} />}
      {adding === 'count' && <AddAppealCount onClose={close} />}
    </>
  )
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const texts = useTexts({ da, en })
  const [filters] = useAppealFilters()
  const at = (wanted: number) => paths.appeals({ ...filters, page: String(wanted) })
  if (pages < 2) return null
  return (
    <nav className="choice-bar" aria-label={texts.pages}>
      {page > 1 && <Link to={at(page - 1)}>{texts.previousPage}</Link>}
      <span>{texts.page(page, pages)}</span>
      {page < pages && <Link to={at(page + 1)}>{texts.nextPage}</Link>}
    </nav>
  )
}
