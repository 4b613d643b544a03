import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { unavailable } from '@/shell/navigation'
import { Splash } from '@/shell/Splash'
import { FirstProject } from './FirstProject'
import { ProjectScope } from './ProjectScope'
import { RouteError } from './RouteError'

// Every page is a chunk of its own: the shell is all that the first load needs.
const pages: RouteObject[] = [
  { index: true, element: <Navigate to="home" replace /> },
  { path: 'home', lazy: () => import('@/features/home/HomePage') },
  { path: 'insights', lazy: () => import('@/features/insights/InsightsPage') },
  { path: 'insights/new', lazy: () => import('@/features/trends/TrendsPage') },
  { path: 'insights/:insightId', lazy: () => import('@/features/trends/TrendsPage') },
  { path: 'sql', lazy: () => import('@/features/sql/SqlPage') },
  { path: 'live', lazy: () => import('@/features/live/LivePage') },
  { path: 'persons', lazy: () => import('@/features/persons/PersonsPage') },
  { path: 'persons/:personId', element: <Navigate to="events" replace /> },
  { path: 'persons/:personId/:tab', lazy: () => import('@/features/persons/PersonPage') },
  { path: 'cohorts', lazy: () => import('@/features/cohorts/CohortsPage') },
  { path: 'cohorts/new', lazy: () => import('@/features/cohorts/CohortPage') },
  { path: 'cohorts/:cohortId', lazy: () => import('@/features/cohorts/CohortPage') },
  { path: 'flags', lazy: () => import('@/features/flags/FlagsPage') },
  { path: 'flags/new', lazy: () => import('@/features/flags/FlagPage') },
  { path: 'flags/:flagId', lazy: () => import('@/features/flags/FlagPage') },
  { path: 'replay', lazy: () => import('@/features/replay/ReplayPage') },
  { path: 'replay/:sessionId', lazy: () => import('@/features/replay/PlayerPage') },
  { path: 'workflows', lazy: () => import('@/features/workflows/WorkflowsPage') },
  { path: 'workflows/new', lazy: () => import('@/features/workflows/WorkflowPage') },
  { path: 'workflows/:workflowId', lazy: () => import('@/features/workflows/WorkflowPage') },
  { path: 'workflows/:workflowId/runs', lazy: () => import('@/features/workflows/RunsPage') },
  { path: 'workflows/:workflowId/runs/:runId', lazy: () => import('@/features/workflows/RunPage') },
  { path: 'errors', lazy: () => import('@/features/errors/IssuesPage') },
  { path: 'errors/source-maps', lazy: () => import('@/features/errors/SourceMapsPage') },
  { path: 'errors/:issueId', lazy: () => import('@/features/errors/IssuePage') },
  { path: 'rejected', lazy: () => import('@/features/rejected/RejectedPage') },
  { path: 'settings', element: <Navigate to="project" replace /> },
  { path: 'settings/:tab', lazy: () => import('@/features/settings/SettingsPage') },
  ...unavailable.map(({ path }) => ({
    path,
    lazy: () => import('@/features/unavailable/UnavailablePage'),
  })),
  { path: '*', lazy: () => import('@/features/unavailable/MissingPage') },
]

export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <Splash />,
    children: [
      { path: '/setup', lazy: () => import('@/features/account/SetupPage') },
      { path: '/login', lazy: () => import('@/features/account/LoginPage') },
      {
        path: '/project/:projectId',
        element: <ProjectScope />,
        children: [{ errorElement: <RouteError />, children: pages }],
      },
      { path: '*', element: <FirstProject /> },
    ],
  },
])
