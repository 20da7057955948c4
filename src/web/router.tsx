import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { FailedPage } from './pages/FailedPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'
import { Loading } from './ui/Loading.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const getParentRoute = () => root

/*
 * One route a page, each fetched when it is first opened. A page reads its parameters with
 * `useParams({ from: '/rounds/$round' })` and its filters with `useFilters`; links come from `paths.ts`.
 */
const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/review/TasksPage.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reviews/$review',
    component: lazyRouteComponent(() => import('./pages/review/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reviews/$review/differences',
    component: lazyRouteComponent(() => import('./pages/review/DifferencesPage.tsx'), 'DifferencesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/critical',
    component: lazyRouteComponent(() => import('./pages/critical/CriticalListPage.tsx'), 'CriticalListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/critical/$critical',
    component: lazyRouteComponent(() => import('./pages/critical/CriticalPage.tsx'), 'CriticalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings',
    component: lazyRouteComponent(() => import('./pages/finding/FindingsPage.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/$finding',
    component: lazyRouteComponent(() => import('./pages/finding/FindingPage.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reviews/$review/merge',
    component: lazyRouteComponent(() => import('./pages/review/MergePage.tsx'), 'MergePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/login',
    component: lazyRouteComponent(() => import('./pages/access/LoginPage.tsx'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/login/return',
    component: lazyRouteComponent(() => import('./pages/access/LoginReturnPage.tsx'), 'LoginReturnPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./pages/access/OwnSignInPage.tsx'), 'OwnSignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/password',
    component: lazyRouteComponent(() => import('./pages/access/PasswordPage.tsx'), 'PasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accessibility',
    component: lazyRouteComponent(() => import('./pages/access/AccessibilityPage.tsx'), 'AccessibilityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow',
    component: lazyRouteComponent(() => import('./pages/caseflow/DeadlinesPage.tsx'), 'DeadlinesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/cases/$case',
    component: lazyRouteComponent(() => import('./pages/caseflow/CasePage.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/break-glass',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/break-glass/BreakGlassPage.tsx'),
      'BreakGlassPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/break-glass/$breakGlass',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/break-glass/BreakGlassCasePage.tsx'),
      'BreakGlassCasePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/rules',
    component: lazyRouteComponent(() => import('./pages/caseflow/rules/RulesPage.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/week',
    component: lazyRouteComponent(() => import('./pages/caseflow/week/WeekPage.tsx'), 'WeekPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/week/$week',
    component: lazyRouteComponent(() => import('./pages/caseflow/week/WeekPage.tsx'), 'WeekPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/week/$week/cases',
    component: lazyRouteComponent(() => import('./pages/caseflow/week/WeekCasesPage.tsx'), 'WeekCasesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/month',
    component: lazyRouteComponent(() => import('./pages/caseflow/month/MonthPage.tsx'), 'MonthPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/month/$month',
    component: lazyRouteComponent(() => import('./pages/caseflow/month/MonthPage.tsx'), 'MonthPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/month/$month/cases',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/month/MonthCasesPage.tsx'),
      'MonthCasesPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/registers',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/registers/RegistersPage.tsx'),
      'RegistersPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/walk-throughs',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/walk-through/WalkThroughsPage.tsx'),
      'WalkThroughsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/reconciliation',
    component: lazyRouteComponent(
      () => import('./pages/caseflow/reconciliation/ReconciliationPage.tsx'),
      'ReconciliationPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/caseflow/import',
    component: lazyRouteComponent(() => import('./pages/caseflow/EventImportPage.tsx'), 'EventImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/import',
    component: lazyRouteComponent(() => import('./pages/registry/ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/programmes',
    component: lazyRouteComponent(() => import('./pages/programme/ProgrammesPage.tsx'), 'ProgrammesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/programmes/$programme',
    component: lazyRouteComponent(() => import('./pages/programme/ProgrammePage.tsx'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds',
    component: lazyRouteComponent(() => import('./pages/draw/RoundsPage.tsx'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/comparison',
    component: lazyRouteComponent(() => import('./pages/analysis/compare/ComparePage.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/new',
    component: lazyRouteComponent(() => import('./pages/draw/NewRoundPage.tsx'), 'NewRoundPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/$round',
    component: lazyRouteComponent(() => import('./pages/draw/RoundPage.tsx'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/$round/draw/$level',
    component: lazyRouteComponent(() => import('./pages/draw/DrawPage.tsx'), 'DrawPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/$round/results',
    component: lazyRouteComponent(() => import('./pages/analysis/ResultsPage.tsx'), 'ResultsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/$round/progress',
    component: lazyRouteComponent(() => import('./pages/progress/ProgressPage.tsx'), 'ProgressPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/feedback',
    component: lazyRouteComponent(() => import('./pages/feedback/FeedbackListPage.tsx'), 'FeedbackListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/feedback/$review',
    component: lazyRouteComponent(() => import('./pages/feedback/FeedbackPage.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/disputes',
    component: lazyRouteComponent(() => import('./pages/feedback/DisputesPage.tsx'), 'DisputesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rounds/$round/report',
    component: lazyRouteComponent(() => import('./pages/report/ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/learning',
    component: lazyRouteComponent(() => import('./pages/learning/LearningPage.tsx'), 'LearningPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit',
    component: lazyRouteComponent(() => import('./pages/learning/UnitPage.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit/visits',
    component: lazyRouteComponent(() => import('./pages/learning/VisitsPage.tsx'), 'VisitsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit/visits/new',
    component: lazyRouteComponent(() => import('./pages/learning/NewVisitPage.tsx'), 'NewVisitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/visits/$visit',
    component: lazyRouteComponent(() => import('./pages/learning/VisitPage.tsx'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/visits/$visit/agenda',
    component: lazyRouteComponent(() => import('./pages/learning/VisitAgendaPage.tsx'), 'VisitAgendaPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit/strengths',
    component: lazyRouteComponent(() => import('./pages/learning/StrengthsPage.tsx'), 'StrengthsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit/four-box',
    component: lazyRouteComponent(() => import('./pages/learning/FourBoxPage.tsx'), 'FourBoxPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/goals',
    component: lazyRouteComponent(() => import('./pages/learning/GoalsPage.tsx'), 'GoalsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/goals/new',
    component: lazyRouteComponent(() => import('./pages/learning/NewGoalPage.tsx'), 'NewGoalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/goals/$goal',
    component: lazyRouteComponent(() => import('./pages/learning/GoalPage.tsx'), 'GoalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports',
    component: lazyRouteComponent(() => import('./pages/report/releases/ReleasesPage.tsx'), 'ReleasesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/$release',
    component: lazyRouteComponent(() => import('./pages/report/releases/ReleasePage.tsx'), 'ReleasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/figures/$',
    component: lazyRouteComponent(() => import('./pages/report/figures/FigurePage.tsx'), 'FigurePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/public/$municipality',
    component: lazyRouteComponent(
      () => import('./pages/report/releases/PublicReportsPage.tsx'),
      'PublicReportsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/appeals',
    component: lazyRouteComponent(() => import('./pages/learning/appeals/AppealsPage.tsx'), 'AppealsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/action-plans',
    component: lazyRouteComponent(() => import('./pages/learning/ActionPlansPage.tsx'), 'ActionPlansPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/action-plans/$plan',
    component: lazyRouteComponent(() => import('./pages/learning/ActionPlanPage.tsx'), 'ActionPlanPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/action-plans/$plan/draft',
    component: lazyRouteComponent(
      () => import('./pages/learning/ActionPlanDraftPage.tsx'),
      'ActionPlanDraftPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/initiatives/$initiative',
    component: lazyRouteComponent(() => import('./pages/learning/InitiativePage.tsx'), 'InitiativePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/calibrations',
    component: lazyRouteComponent(
      () => import('./pages/calibration/CalibrationsPage.tsx'),
      'CalibrationsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/calibrations/new',
    component: lazyRouteComponent(
      () => import('./pages/calibration/NewCalibrationPage.tsx'),
      'NewCalibrationPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/calibrations/$calibration',
    component: lazyRouteComponent(() => import('./pages/calibration/CalibrationPage.tsx'), 'CalibrationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/calibrations/$calibration/cases/$trainingCase',
    component: lazyRouteComponent(
      () => import('./pages/calibration/CalibrationFormPage.tsx'),
      'CalibrationFormPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/training-cases',
    component: lazyRouteComponent(
      () => import('./pages/calibration/TrainingCasesPage.tsx'),
      'TrainingCasesPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/training-cases/new',
    component: lazyRouteComponent(
      () => import('./pages/calibration/TrainingCasePage.tsx'),
      'NewTrainingCasePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/training-cases/$trainingCase',
    component: lazyRouteComponent(
      () => import('./pages/calibration/TrainingCasePage.tsx'),
      'TrainingCasePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/assignment',
    component: lazyRouteComponent(() => import('./pages/assignment/AssignmentPage.tsx'), 'AssignmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./pages/assignment/CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/notifications',
    component: lazyRouteComponent(
      () => import('./pages/notification/NotificationsPage.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/planner',
    component: lazyRouteComponent(() => import('./pages/planner/PlannerPage.tsx'), 'PlannerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access',
    component: lazyRouteComponent(() => import('./pages/access/PeoplePage.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/units',
    component: lazyRouteComponent(() => import('./pages/access/UnitsPage.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/teams',
    component: lazyRouteComponent(() => import('./pages/access/TeamsPage.tsx'), 'TeamsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/permissions',
    component: lazyRouteComponent(() => import('./pages/access/PermissionsPage.tsx'), 'PermissionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/log',
    component: lazyRouteComponent(() => import('./pages/access/LogPage.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/record',
    component: lazyRouteComponent(() => import('./pages/access/record/RecordPage.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/retention',
    component: lazyRouteComponent(
      () => import('./pages/access/retention/RetentionPage.tsx'),
      'RetentionPage',
    ),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Loading,
  defaultErrorComponent: FailedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Everything in an address is text: a round named 2017 must not come back as a number.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const printed = new URLSearchParams()
    for (const [key, value] of Object.entries(search))
      if (value !== undefined) printed.set(key, String(value))
    return printed.size === 0 ? '' : `?${printed.toString()}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
