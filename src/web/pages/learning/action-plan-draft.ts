import type { PlanDraft } from '../../../contract/learning/action-plan.ts'
import type { actionPlan } from '../../texts/da/action-plan.ts'

export type DraftAim = PlanDraft['initiatives'][number]['aims'][number]

/** An initiative while it is written: what is missing is an empty text. */
export interface WrittenInitiative {
  /** Tells the fields apart while they have no id of the server. */
  readonly key: string
  readonly id: string | null
  readonly title: string
  readonly what: string
  /** `person id` or `unit id`. */
  readonly owner: string
  readonly startsOn: string
  readonly endsOn: string
  readonly source: PlanDraft['initiatives'][number]['source']
  readonly reference: string
  readonly aims: readonly DraftAim[]
}

export interface WrittenPlan {
  readonly label: string
  readonly foreword: string
  readonly initiatives: readonly WrittenInitiative[]
}

export function toWritten({ label, foreword, initiatives }: PlanDraft): WrittenPlan {
  return {
    label,
    foreword: foreword ?? '',
    initiatives: initiatives.map((each, at) => ({
      key: each.id ?? `new ${at}`,
      id: each.id,
      title: each.title,
      what: each.what,
      owner: `${each.owner.kind} ${each.owner.id}`,
      startsOn: each.startsOn,
      endsOn: each.endsOn ?? '',
      source: each.source,
      reference: each.reference ?? '',
      aims: each.aims,
    })),
  }
}

export function newInitiative(key: string): WrittenInitiative {
  return {
    key,
    id: null,
    title: '',
    what: '',
    owner: '',
    startsOn: '',
    endsOn: '',
    source: 'audit',
    reference: '',
    aims: [],
  }
}

export function toBody({ label, foreword, initiatives }: WrittenPlan, seen: number) {
  return {
    seen,
    label,
    foreword: foreword.trim() === '' ? null : foreword,
    initiatives: initiatives.map(({ id, title, what, owner, startsOn, endsOn, source, reference, aims }) => {
      const [kind, ownerId = ''] = owner.split(' ')
      return {
        id,
        title,
        what,
        owner: { kind: kind === 'unit' ? ('unit' as const) : ('person' as const), id: ownerId },
        startsOn,
        endsOn: endsOn === '' ? null : endsOn,
        source,
        reference: reference.trim() === '' ? null : reference,
        aims: [...aims],
      }
    }),
  }
}

/** What keeps the draft from being saved, with the control to go to. */
export function draftErrors(
  { label, initiatives }: WrittenPlan,
  texts: Pick<typeof actionPlan, 'labelMissing' | 'incomplete' | 'endsEarly'>,
): readonly { readonly control: string; readonly text: string }[] {
  return [
    ...(label.trim() === '' ? [{ control: 'plan-label', text: texts.labelMissing }] : []),
    ...initiatives.flatMap(({ key, title, what, owner, startsOn, endsOn }, at) => {
      const control = `initiative-${key}`
      if (title.trim() === '' || what.trim() === '' || owner === '' || startsOn === '')
        return [{ control, text: texts.incomplete(at + 1) }]
      return endsOn !== '' && endsOn < startsOn ? [{ control, text: texts.endsEarly(at + 1) }] : []
    }),
  ]
}
