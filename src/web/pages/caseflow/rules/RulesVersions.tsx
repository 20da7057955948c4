import { downloadRules, type RulesSet, type RulesVersion } from '../../../../contract/caseflow/rules.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

interface RulesVersionsProps {
  readonly set: RulesSet
  readonly title: string
  readonly onBringBack: ((version: number) => void) | undefined
}

/** Every version published, with its reason and its text; an earlier one can be brought back. */
export function RulesVersions({ set, title, onBringBack }: RulesVersionsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (set.versions.length === 0) return <p className="soft">{texts.notPublished}</p>
  const titles = texts.versionColumns
  return (
    <Disclosure summary={texts.versionsOf(title)}>
      <DataTable
        caption={texts.versionsCaption(title)}
        captionHidden
        stacked
        columns={[
          {
            key: 'version',
            title: titles.version,
            rowHeader: true,
            render: ({ version }: RulesVersion) =>
              version === set.version ? `${version} (${texts.inForce})` : String(version),
          },
          {
            key: 'published',
            title: titles.published,
            render: ({ publishedAt }) => formatDateTime(publishedAt, language),
          },
          { key: 'by', title: titles.by, render: ({ publishedBy }) => publishedBy ?? texts.included },
          {
            key: 'reason',
            title: titles.reason,
            className: 'wide',
            render: ({ reason, ofVersion }) => (
              <>
                {reason ?? '–'}
                {ofVersion !== null && <span className="cell-note">{texts.ofVersion(ofVersion)}</span>}
              </>
            ),
          },
          {
            key: 'act',
            title: titles.act,
            render: ({ version }) => (
              <>
                <a
                  href={downloadRules.path
                    .replace(':key', encodeURIComponent(set.key))
                    .replace(':version', String(version))}
                  download
                  aria-label={texts.downloadNamed(title, version)}
                >
                  {texts.download}
                </a>{' '}
                {onBringBack !== undefined && version !== set.version && (
                  <Button
                    variant="tertiary"
                    aria-label={texts.bringBackNamed(title, version)}
                    onClick={() => onBringBack(version)}
                  >
                    {texts.bringBack}
                  </Button>
                )}
              </>
            ),
          },
        ]}
        rows={set.versions}
        rowKey={({ version }) => String(version)}
      />
    </Disclosure>
  )
}
