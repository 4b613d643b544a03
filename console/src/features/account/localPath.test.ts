import { describe, expect, it } from 'vitest'
import { localPath } from './localPath'

describe('the address after signing in', () => {
  it('is the page that was asked for', () => {
    expect(localPath('/project/1/sql?query=SELECT%201')).toBe('/project/1/sql?query=SELECT%201')
  })

  it('is the start page when none was asked for', () => {
    expect(localPath(null)).toBe('/')
    expect(localPath('')).toBe('/')
  })

  it.each(['https://evil.example/x', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    (next) => expect(localPath(next)).toBe('/'),
  )
})
