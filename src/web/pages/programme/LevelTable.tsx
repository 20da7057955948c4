import { isRole } from '../../../core/access/role.ts'
import type { Level, Programme } from '../../../core/programme/programme.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { criterionWords, listWords, selectionWords } from './selection-words.ts'

/** Levels and their selection, in words. */
export function LevelTable({ programme }: { programme: Programme }) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  const local = useLocal()
  const reviewers = (level: Level) => {
    const names = level.reviewers.map((role, index) => {
      const name = isRole(role) ? roles[role] : role
      return index === 0 ? name : name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
    })
    if (level.apart === true) return texts.apart(listWords(names, language))
    return level.together ? texts.together(listWords(names, language)) : names.join(texts.or)
  }
  const columns: readonly DataColumn<Level>[] = [
    {
      key: 'level',
      title: texts.level,
      rowHeader: true,
      render: ({ level, title, comparison }) => (
        <>
          {level} {local(title)}
          {comparison && <span className="cell-note">{texts.comparisonLevel}</span>}
        </>
      ),
    },
    {
      key: 'from',
      title: texts.drawnFrom,
      render: ({ from }) => (from === undefined ? texts.allFinished : texts.fromLevel(from)),
    },
    {
      key: 'selection',
      title: texts.howChosen,
      className: 'wide',
      render: (level) => (
        <span>
          {selectionWords(level.selection, programme.stages, texts, language)}
          {level.eligibility.length > 0 && (
            <span className="cell-note">
              {texts.eligibility}{' '}
              {level.eligibility
                .flatMap((criterion) => criterionWords(criterion, texts, language))
                .join(texts.and)}
            </span>
          )}
        </span>
      ),
    },
    { key: 'reviewers', title: texts.reviewers, render: reviewers },
    { key: 'minutes', title: texts.minutes, align: 'end', render: ({ minutes }) => minutes },
  ]
  return (
    <DataTable
      caption={texts.levelsCaption}
      captionHidden
      columns={columns}
      rows={programme.levels}
      rowKey={({ level }) => String(level)}
      stacked
    />
  )
}
