import type { FindingView } from '../../../contract/finding/finding.ts'
import { formatDate } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { PutOff } from './PutOff.tsx'

/** What is known of the finding now; what has not happened yet is left out. */
export function FindingFacts({ of }: { of: FindingView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { facts } = texts
  const day = (iso: string) => formatDate(iso, language)
  const { severity, severityBy, measures, responsible, due, planBy, contact, carriedOut, proposal } = of
  const fact = (key: keyof typeof facts, name: string, value: string | null): readonly KeyValue[] =>
    value === null ? [] : [{ key, name, value }]
  return (
    <section aria-labelledby="finding-facts">
      <h2 id="finding-facts">{texts.factsHeading}</h2>
      <KeyValues
        items={[
          ...fact(
            'foundOn',
            facts.foundOn,
            `${day(of.foundOn)}. ${texts.levels(of.levels.length, of.levels.join(', '))}.`,
          ),
          ...fact(
            'severity',
            facts.severity,
            severityBy === null
              ? texts.severities[severity]
              : facts.severityBy(texts.severities[severity], severityBy),
          ),
          ...fact(
            'measures',
            facts.measures,
            measures.length === 0 ? null : measures.map((one) => texts.measures[one]).join(', '),
          ),
          ...fact('responsible', facts.responsible, responsible?.name ?? null),
          ...(due === null
            ? fact('due', facts.due, planBy === null ? null : texts.planBy(day(planBy)))
            : [
                {
                  key: 'due',
                  name: facts.due,
                  value: (
                    <>
                      {day(due)} <PutOff of={of} />
                    </>
                  ),
                },
              ]),
          ...fact(
            'contact',
            facts.contact,
            contact === null ? null : `${day(contact.on)}. ${texts.responses[contact.response]}.`,
          ),
          ...fact(
            'carriedOut',
            facts.carriedOut,
            carriedOut === null ? null : facts.carriedOutBy(day(carriedOut.on), carriedOut.by),
          ),
          ...fact(
            'journalised',
            facts.journalised,
            carriedOut?.journalisedOn == null ? null : day(carriedOut.journalisedOn),
          ),
          ...fact(
            'proposal',
            facts.proposal,
            proposal === null ? null : facts.proposalBy(texts.grounds[proposal.ground], proposal.by),
          ),
        ]}
      />
    </section>
  )
}
