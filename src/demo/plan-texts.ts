import type { InitiativeSource } from '../core/learning/action-plan.ts'
import type { InitiativeActKind } from '../core/learning/initiative-state.ts'

/** A day as quarters and days: `[1, 40]` is 40 days after the second finished round's quarter began; `today` counts from today. */
export type DemoDay = readonly [number, number] | { readonly today: number }

export interface DemoInitiative {
  readonly key: string
  readonly title: string
  readonly what: string
  /** A unit's name, or a role whose first holder owns it. */
  readonly owner: { readonly unit: string } | { readonly role: 'staff-lawyer' | 'area-manager' }
  readonly starts: DemoDay
  readonly ends: DemoDay | null
  readonly source: InitiativeSource
  readonly reference: string | null
  /** A stage's composite, or its n-th question that compliance is read from; null: all stages. */
  readonly aims: readonly (readonly [stage: string | null, question: number | null])[]
  /** Versions it stands in. */
  readonly versions: readonly (1 | 2)[]
  readonly acts: readonly {
    readonly kind: InitiativeActKind
    readonly on: DemoDay
    readonly note: string | null
  }[]
}

/** Invented, in every state that an initiative can be in. */
export const demoInitiatives: readonly DemoInitiative[] = [
  {
    key: 'template',
    title: 'Fast skabelon til modtagelse af underretninger',
    what: 'Alle enheder bruger den samme skabelon, hvor vurderingen inden for 24 timer og begrundelsen skal udfyldes. (demo)',
    owner: { role: 'staff-lawyer' },
    starts: [1, 0],
    ends: [3, 0],
    source: 'audit',
    reference: 'Det sidste ledelsestilsyn på papir, afsnittet om underretninger',
    aims: [
      ['underretning', null],
      ['underretning', 0],
      ['underretning', 2],
    ],
    versions: [1, 2],
    acts: [
      { kind: 'started', on: [1, 0], note: null },
      { kind: 'noted', on: [2, 10], note: 'Skabelonen er i brug i alle enheder. (demo)' },
      { kind: 'done', on: [3, 0], note: 'Skabelonen er nu en del af den almindelige drift. (demo)' },
    ],
  },
  {
    key: 'training',
    title: 'Undervisning i inddragelse af barnet',
    what: 'En dags undervisning for alle sagsbehandlere om samtalen med barnet og om, hvordan barnets syn bliver skrevet ned. (demo)',
    owner: { role: 'area-manager' },
    starts: [1, 0],
    ends: null,
    source: 'ankestyrelsen',
    reference: 'Praksisundersøgelse om børns inddragelse',
    aims: [
      ['boernefaglig_undersoegelse', null],
      ['boernefaglig_undersoegelse', 1],
    ],
    versions: [1, 2],
    acts: [{ kind: 'started', on: [1, 12], note: 'Første hold begyndte. (demo)' }],
  },
  {
    key: 'checklist',
    title: 'Tjekliste til modtagelsen',
    what: 'En tjekliste lægges forrest i sagen, så det kan ses, hvilken dag og på hvilket tidspunkt underretningen kom. (demo)',
    owner: { unit: 'Enhed Havnen' },
    starts: [1, 5],
    ends: [4, 0],
    source: 'citizen',
    reference: 'Klage modtaget i foråret',
    aims: [['underretning', 1]],
    versions: [1, 2],
    acts: [
      { kind: 'started', on: [1, 5], note: null },
      {
        kind: 'stopped',
        on: [1, 15],
        note: 'Listen blev ikke brugt, fordi de samme felter er kommet i fagsystemet. (demo)',
      },
    ],
  },
  {
    key: 'overview',
    title: 'Månedlig gennemgang af alle opfølgninger',
    what: 'Gruppeleder og sagsbehandler går hver måned listen over kommende opfølgninger igennem. (demo)',
    owner: { unit: 'Enhed Engen' },
    starts: [3, 0],
    ends: null,
    source: 'task-force',
    reference: 'Anbefaling 4',
    aims: [
      ['opfoelgning_anbringelse', null],
      ['opfoelgning_forebyggelse', null],
    ],
    versions: [2],
    acts: [{ kind: 'started', on: [3, 9], note: null }],
  },
  {
    key: 'hearing',
    title: 'Juridisk sparring før afgørelser om anbringelse',
    what: 'Enhedsjuristen læser udkastet til afgørelse og tjekker partshøring og begrundelse. (demo)',
    owner: { role: 'staff-lawyer' },
    starts: { today: 30 },
    ends: { today: 400 },
    source: 'ombudsman',
    reference: 'Borgerrådgiverens beretning',
    aims: [[null, null]],
    versions: [2],
    acts: [],
  },
  {
    key: 'guide',
    title: 'Vejledning om handleplaner på én side',
    what: 'En kort vejledning om, hvad en handleplan skal indeholde, og hvornår den skal ændres. (demo)',
    owner: { role: 'area-manager' },
    starts: { today: -20 },
    ends: null,
    source: 'own',
    reference: null,
    aims: [['handleplan_anbringelse', null]],
    versions: [2],
    acts: [],
  },
  {
    key: 'newsletter',
    title: 'Nyhedsbrev om ny lovgivning',
    what: 'Et kort brev hvert kvartal om ændrede regler. (demo)',
    owner: { role: 'staff-lawyer' },
    starts: [0, 60],
    ends: [2, 0],
    source: 'own',
    reference: null,
    aims: [],
    versions: [1],
    acts: [
      { kind: 'started', on: [0, 60], note: null },
      { kind: 'done', on: [2, 0], note: 'Afløst af intranettet. (demo)' },
    ],
  },
]

export const demoForewords = {
  1: 'Første handleplan, efter det sidste ledelsestilsyn på papir. Den samler det, der skal gøres, hvem der gør det, og hvad det skal flytte. (demo)',
  2: 'Anden handleplan. Den viderefører det, der er i gang, og tager fat på opfølgning og handleplaner. (demo)',
} as const
