import type { IconName } from '@/components/icons'

export interface NavigationItem {
  path: string
  label: string
  icon: IconName
  /** Words that also find it in the command palette. */
  words?: string
}

interface Unavailable extends NavigationItem {
  /** What it will be for, in a sentence. */
  purpose: string
  /** What there is of it today, honestly. */
  today: string
  /** The page that answers some of it. */
  instead: { path: string; label: string }
}

const sql = { path: 'sql', label: 'Ask in SQL' }
const trends = { path: 'insights/new', label: 'Draw a trend' }

/** Products that have their place but are not built: their pages say so. */
export const unavailable: Unavailable[] = [
  {
    path: 'web',
    label: 'Web analytics',
    icon: 'globe',
    purpose: 'Visitors, pages, sources and countries of a site at one glance.',
    today: 'Page views with their sources and countries are stored: trends and SQL show them.',
    instead: trends,
  },
  {
    path: 'experiments',
    label: 'Experiments',
    icon: 'flask',
    purpose: 'Finding out which variant works better, with honest statistics.',
    today: 'Trends with a breakdown compare groups that your app names in a property.',
    instead: trends,
  },
  {
    path: 'surveys',
    label: 'Surveys',
    icon: 'survey',
    purpose: 'Asking people inside the product, and reading what they answer.',
    today: 'No survey is shown. Answers that your app sends as events can be read in SQL.',
    instead: sql,
  },
  {
    path: 'ai',
    label: 'AI observability',
    icon: 'spark',
    purpose: 'Traces, cost and quality of calls to language models.',
    today: 'What SDKs send as $ai_generation events is stored and can be asked in SQL.',
    instead: sql,
  },
  {
    path: 'pipelines',
    label: 'Data pipelines',
    icon: 'pipe',
    purpose: 'Transformations on the way in, and destinations that take every event.',
    today: 'Events go into the lake. Workflows call other systems; SQL and the API get data out.',
    instead: sql,
  },
]

const planned = (path: string): NavigationItem => {
  const item = unavailable.find((candidate) => candidate.path === path)
  if (!item) throw new Error(`navigation has no page ${path}`)
  return item
}

export const home: NavigationItem = { path: 'home', label: 'Home', icon: 'home', words: 'overview' }

export const sections: { title: string; items: NavigationItem[] }[] = [
  {
    title: 'Analytics',
    items: [
      { path: 'insights', label: 'Product analytics', icon: 'chart', words: 'trends insights' },
      planned('web'),
      { path: 'sql', label: 'SQL', icon: 'code', words: 'hogql query editor' },
    ],
  },
  {
    title: 'People',
    items: [
      { path: 'live', label: 'Live events', icon: 'pulse', words: 'activity stream' },
      { path: 'persons', label: 'Persons', icon: 'person', words: 'users' },
      {
        path: 'cohorts',
        label: 'Cohorts',
        icon: 'people',
        words: 'segments lists groups of persons',
      },
      {
        path: 'replay',
        label: 'Session replay',
        icon: 'replay',
        words: 'recordings player sessions',
      },
    ],
  },
  {
    title: 'Product',
    items: [
      { path: 'flags', label: 'Feature flags', icon: 'flag', words: 'rollout toggle' },
      planned('experiments'),
      planned('surveys'),
    ],
  },
  {
    title: 'Engineering',
    items: [
      { path: 'errors', label: 'Error tracking', icon: 'bug', words: 'exceptions issues crashes' },
      planned('ai'),
    ],
  },
  {
    title: 'Data',
    items: [
      {
        path: 'workflows',
        label: 'Workflows',
        icon: 'flow',
        words: 'automation webhook email slack',
      },
      planned('pipelines'),
      { path: 'rejected', label: 'Rejected data', icon: 'inbox', words: 'errors ingestion lost' },
    ],
  },
]

export const settings: NavigationItem = {
  path: 'settings/project',
  label: 'Settings',
  icon: 'gear',
  words: 'token time zone api keys',
}

export const isUnavailable = (path: string) => unavailable.some((item) => item.path === path)
