import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'
import { ApiError } from './errors'
import type { Project } from './projects'

export interface User {
  id: string
  email: string
  first_name: string
  organization: { id: string; name: string }
  team: Project
}

interface SetupState {
  owner_exists: boolean
  setup_code_required: boolean
}

/** Who is signed in; `null` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return await api.get<User>('/api/users/@me/', signal)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null
      throw error
    }
  },
})

export type Member = Pick<User, 'id' | 'email' | 'first_name'>

/** Everybody who may sign in. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) =>
    (
      await api.get<Page<{ user: Member }>>(
        '/api/organizations/@current/members/?limit=1000',
        signal,
      )
    ).results.map(({ user }) => user),
})

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/api/setup', signal),
})

export const setUp = (owner: {
  name: string
  email: string
  password: string
  setup_code?: string
}) => api.post<unknown>('/api/setup', owner)

export const signIn = (credentials: { email: string; password: string }) =>
  api.post<unknown>('/api/login', credentials)

export const signOut = () => api.post<unknown>('/api/logout')
