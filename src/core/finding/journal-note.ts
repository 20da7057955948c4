import { contactOf, isRegistrationOnly, planOf, type Finding, type Measure } from './finding.ts'

/** Of what was done, in Danish: the case's language. */
const done: Readonly<Record<Exclude<Measure, 'registration-only'>, string>> = {
  decision: 'der er truffet den afgørelse, der manglede',
  'party-hearing': 'der er foretaget partshøring',
  consent: 'der er indhentet samtykke',
  reasons: 'begrundelsen er givet',
  'complaint-guidance': 'der er givet klagevejledning',
  journalising: 'det manglende er journaliseret',
}

/**
 * A note ready to be pasted into the case, made of nothing but days and what was chosen from lists, so that it holds no
 * name and no number. Null before the citizen was contacted, and where only the registration is wrong.
 */
export function journalNote(
  finding: Finding,
  /** The question that was answered with an error, in Danish; null where a reviewer added it in words. */
  question: string | null,
): string | null {
  const plan = planOf(finding)
  const contact = contactOf(finding)
  if (plan === null || contact === null || isRegistrationOnly(plan)) return null
  const restored = finding.state === 'verified' ? finding.before : finding
  const step = restored.state === 'carried-out' ? restored.done : null
  const steps = plan.measures.flatMap((measure) => (measure === 'registration-only' ? [] : [done[measure]]))
  const lines = [
    'Genopretning efter ledelsestilsyn',
    question !== null
      ? `Ved ledelsestilsyn er der fundet en fejl i sagen. Tilsynets spørgsmål: "${question}"`
      : 'Ved ledelsestilsyn er der fundet en fejl i sagen.',
    `Borgeren er kontaktet den ${danishDate(contact.on)} og oplyst om, at det nye skridt skyldes en tidligere fejl fra kommunens side.`,
    contact.response === 'declined'
      ? 'Borgeren har sagt nej tak til, at fejlen rettes op.'
      : 'Borgeren har accepteret, at fejlen rettes op.',
    ...(step === null ? [] : [`Den ${danishDate(step.on)} er fejlen rettet op: ${steps.join('; ')}.`]),
  ]
  return lines.join('\n')
}

function danishDate(day: string): string {
  const [year = '', month = '', of = ''] = day.split('-')
  return `${Number(of)}. ${months[Number(month) - 1] ?? ''} ${year}`
}

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const
