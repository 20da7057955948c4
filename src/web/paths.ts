/** An address inside the client. Pages never spell addresses themselves; they ask `paths`. */
export type Path = `/${string}`

/** Filters of the results page; they live in the address, so that a view can be sent to a colleague. */
export interface ResultsFilters {
  readonly unit?: string | undefined
  readonly stage?: string | undefined
  readonly sort?: string | undefined
}

/** Filters of the findings page, and whether it is drawn as a board. */
export interface FindingsFilters {
  readonly view?: string | undefined
  readonly unit?: string | undefined
  readonly round?: string | undefined
  readonly stage?: string | undefined
  readonly question?: string | undefined
  readonly state?: string | undefined
  readonly severity?: string | undefined
  readonly overdue?: string | undefined
  readonly responsible?: string | undefined
  readonly page?: string | undefined
}

/** Filters of the page of deadlines. */
export interface DeadlinesFilters {
  readonly within?: string | undefined
  readonly state?: string | undefined
  readonly unit?: string | undefined
  readonly caseworker?: string | undefined
  readonly rule?: string | undefined
  readonly page?: string | undefined
}

/** Filters of the weekly and the monthly report: a unit, or `all` for the whole municipality. */
export interface FlowFilters {
  readonly unit?: string | undefined
}

/** Which figure of a report the cases are listed of. */
export interface FlowCasesFilters extends FlowFilters {
  readonly figure: string
  /** A time's key, or a type of measure. */
  readonly key?: string | undefined
  readonly page?: string | undefined
}

/** Whose cases are walked through. */
export interface WalkThroughFilters {
  readonly unit?: string | undefined
  readonly caseworker?: string | undefined
}

export const paths = {
  tasks: (): Path => '/',
  rounds: (): Path => '/rounds',
  newRound: (): Path => '/rounds/new',
  comparison: (): Path => '/comparison',
  round: (round: string): Path => `/rounds/${segment(round)}`,
  draw: (round: string, level: number): Path => `/rounds/${segment(round)}/draw/${level}`,
  results: (round: string, filters: ResultsFilters = {}): Path =>
    `/rounds/${segment(round)}/results${query({ ...filters })}`,
  progress: (round: string): Path => `/rounds/${segment(round)}/progress`,
  report: (round: string): Path => `/rounds/${segment(round)}/report`,
  reports: (): Path => '/reports',
  release: (release: string): Path => `/reports/${segment(release)}`,
  /** A number of a report by its id, whose strokes stay strokes as they are printed. */
  figure: (id: string): Path => `/figures/${id.split('/').map(segment).join('/')}`,
  publicReports: (municipality: string): Path => `/public/${segment(municipality)}`,
  planner: (plan: { readonly programme?: string | undefined } = {}): Path => `/planner${query({ ...plan })}`,
  review: (review: string): Path => `/reviews/${segment(review)}`,
  merge: (review: string): Path => `/reviews/${segment(review)}/merge`,
  differences: (review: string): Path => `/reviews/${segment(review)}/differences`,
  assignment: (
    filters: {
      readonly round?: string | undefined
      readonly state?: string | undefined
      /** One review alone. */
      readonly review?: string | undefined
    } = {},
  ): Path => `/assignment${query({ ...filters })}`,
  calendar: (): Path => '/calendar',
  calibrations: (): Path => '/calibrations',
  newCalibration: (): Path => '/calibrations/new',
  calibration: (calibration: string): Path => `/calibrations/${segment(calibration)}`,
  calibrationForm: (calibration: string, trainingCase: string): Path =>
    `/calibrations/${segment(calibration)}/cases/${segment(trainingCase)}`,
  trainingCases: (): Path => '/training-cases',
  newTrainingCase: (): Path => '/training-cases/new',
  trainingCase: (trainingCase: string): Path => `/training-cases/${segment(trainingCase)}`,
  goals: (filters: { readonly unit?: string | undefined } = {}): Path => `/goals${query({ ...filters })}`,
  newGoal: (unit?: string, from: { readonly proposal?: string | undefined } = {}): Path =>
    `/goals/new${query({ unit, ...from })}`,
  goal: (goal: string): Path => `/goals/${segment(goal)}`,
  actionPlans: (): Path => '/action-plans',
  actionPlan: (plan: string, version?: number): Path =>
    `/action-plans/${segment(plan)}${query({ version: version === undefined ? undefined : String(version) })}`,
  actionPlanDraft: (plan: string): Path => `/action-plans/${segment(plan)}/draft`,
  appeals: (filters: Readonly<Record<string, string | undefined>> = {}): Path => `/appeals${query(filters)}`,
  initiative: (initiative: string): Path => `/initiatives/${segment(initiative)}`,
  notifications: (): Path => '/notifications',
  criticals: (filters: { readonly round?: string | undefined } = {}): Path =>
    `/critical${query({ ...filters })}`,
  critical: (critical: string): Path => `/critical/${segment(critical)}`,
  findings: (filters: FindingsFilters = {}): Path => `/findings${query({ ...filters })}`,
  finding: (finding: string): Path => `/findings/${segment(finding)}`,
  learning: (): Path => '/learning',
  unit: (unit: string): Path => `/units/${segment(unit)}`,
  visits: (unit: string): Path => `/units/${segment(unit)}/visits`,
  newVisit: (unit: string, follows?: string): Path =>
    `/units/${segment(unit)}/visits/new${query({ follows })}`,
  visit: (visit: string): Path => `/visits/${segment(visit)}`,
  visitAgenda: (visit: string): Path => `/visits/${segment(visit)}/agenda`,
  strengths: (unit: string, filters: { readonly theme?: string | undefined } = {}): Path =>
    `/units/${segment(unit)}/strengths${query({ ...filters })}`,
  fourBox: (unit: string, from: { readonly visit?: string | undefined } = {}): Path =>
    `/units/${segment(unit)}/four-box${query({ ...from })}`,
  ownFeedback: (): Path => '/feedback',
  feedback: (review: string): Path => `/feedback/${segment(review)}`,
  disputes: (): Path => '/disputes',
  deadlines: (filters: DeadlinesFilters = {}): Path => `/caseflow${query({ ...filters })}`,
  /** `walk`: on the way through these cases, so that the page knows the next one. */
  caseDeadlines: (caseId: string, walk: WalkThroughFilters = {}): Path =>
    `/caseflow/cases/${segment(caseId)}${query({ walk: walk.unit, caseworker: walk.caseworker })}`,
  walkThroughs: (filters: WalkThroughFilters = {}): Path => `/caseflow/walk-throughs${query({ ...filters })}`,
  flowWeek: (week?: string, filters: FlowFilters = {}): Path =>
    `${period('week', week)}${query({ ...filters })}`,
  flowWeekCases: (week: string, filters: FlowCasesFilters): Path =>
    `${period('week', week)}/cases${query({ ...filters })}`,
  flowMonth: (month?: string, filters: FlowFilters = {}): Path =>
    `${period('month', month)}${query({ ...filters })}`,
  flowMonthCases: (month: string, filters: FlowCasesFilters): Path =>
    `${period('month', month)}/cases${query({ ...filters })}`,
  deadlineRules: (): Path => '/caseflow/rules',
  registers: (
    filters: {
      readonly register?: string | undefined
      readonly unit?: string | undefined
      readonly ended?: 'yes' | undefined
    } = {},
  ): Path => `/caseflow/registers${query({ ...filters })}`,
  reconciliation: (filters: { readonly round?: string | undefined } = {}): Path =>
    `/caseflow/reconciliation${query({ ...filters })}`,
  eventImport: (filters: { readonly preview?: string | undefined } = {}): Path =>
    `/caseflow/import${query({ ...filters })}`,
  registryImport: (): Path => '/registry/import',
  programmes: (): Path => '/programmes',
  programme: (programme: string, view: { readonly stage?: string | undefined } = {}): Path =>
    `/programmes/${segment(programme)}${query({ ...view })}`,
  access: (): Path => '/access',
  accessUnits: (): Path => '/access/units',
  accessTeams: (): Path => '/access/teams',
  accessPermissions: (): Path => '/access/permissions',
  accessLog: (): Path => '/access/log',
  breakGlass: (): Path => '/caseflow/break-glass',
  breakGlassCase: (id: string): Path => `/caseflow/break-glass/${segment(id)}`,
  accessRecord: (): Path => '/access/record',
  accessRetention: (): Path => '/access/retention',
  password: (): Path => '/password',
  /** One's own sign-in: one-time codes, and where one is signed in. */
  ownSignIn: (): Path => '/sign-in',
  /** Where the municipality's sign-in sends the browser back to. */
  loginReturn: (): Path => '/login/return',
  accessibility: (): Path => '/accessibility',
  /** `ended`: the session ended by itself, and the page says so. */
  login: (returnTo?: Path, ended = false): Path =>
    `/login${query({ returnTo, ended: ended ? 'yes' : undefined })}`,
} as const

/** Where to go after signing in: only ever back into this client, whatever stands in the address. */
export function returnPath(wanted: string | undefined): Path {
  const inside = wanted?.startsWith('/') === true && !/^\/[/\\]/.test(wanted) && !wanted.startsWith('/login')
  return inside ? `/${wanted.slice(1)}` : paths.tasks()
}

/** A report's address; without a name the page shows the last period that is over. */
function period(kind: 'week' | 'month', name: string | undefined): Path {
  return name === undefined ? `/caseflow/${kind}` : `/caseflow/${kind}/${segment(name)}`
}

function segment(value: string): string {
  return encodeURIComponent(value)
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values))
    if (value !== undefined && value !== '') search.set(key, value)
  return search.size === 0 ? '' : `?${search.toString()}`
}
