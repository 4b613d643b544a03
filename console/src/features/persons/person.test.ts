import { describe, expect, it } from 'vitest'
import { PAGE, personsQuery } from './person'
import { nameOrId, personName, personNameIn } from './personName'

describe('the persons list', () => {
  it('asks for one more than it shows, to know whether there is another page', () => {
    expect(personsQuery('', 2)).toBe(
      `SELECT id, created_at, properties, is_identified FROM persons
ORDER BY created_at DESC LIMIT ${PAGE + 1} OFFSET ${2 * PAGE}`,
    )
  })

  it('searches for what was typed, quotes included', () => {
    const query = personsQuery(" o'neil ", 0)
    expect(query).toContain("properties.email ILIKE '%o\\'neil%'")
    expect(query).toContain("has(distinct_ids, 'o\\'neil')")
  })
})

describe('a person', () => {
  it('is called by address, else by name, else by a part of the id', () => {
    expect(personName({ email: 'a@b.c', name: 'Ada' }, 'id')).toBe('a@b.c')
    expect(personName({ email: '', name: 'Ada' }, 'id')).toBe('Ada')
    expect(personName({}, '0198c1de-77aa')).toBe('Person 0198c1de')
  })

  it('is called the same where HogQL finds the name', () => {
    expect(personNameIn('p')).toMatch(
      /^coalesce\(nullIf\(p\.properties\.email, ''\), .*nullIf\(p\.properties\.name, ''\)/,
    )
    expect(nameOrId('a@b.c', '0198c1de-77aa')).toBe('a@b.c')
    expect(nameOrId(null, '0198c1de-77aa')).toBe('Person 0198c1de')
  })
})
