/** What a personal API key can be allowed; to write includes to read. */
export const scopes = [
  { scope: 'query:read', label: 'run queries' },
  { scope: 'insight:read', label: 'read insights' },
  { scope: 'insight:write', label: 'change insights' },
  { scope: 'feature_flag:read', label: 'read feature flags' },
  { scope: 'feature_flag:write', label: 'change feature flags' },
  { scope: 'cohort:read', label: 'read cohorts' },
  { scope: 'cohort:write', label: 'change cohorts' },
  { scope: 'session_recording:read', label: 'watch recordings' },
  { scope: 'session_recording:write', label: 'delete recordings' },
  { scope: 'error_tracking:read', label: 'read issues' },
  { scope: 'error_tracking:write', label: 'change issues, upload source maps' },
  { scope: 'organization:read', label: 'read the organization' },
  { scope: 'project:read', label: 'read projects' },
  { scope: 'project:write', label: 'change projects' },
  { scope: '*', label: 'everything you may' },
]
