const KEY = 'tenrec.project'

/** Remembers in this browser which project was open. */
export const lastProject = {
  get: (): number => Number(localStorage.getItem(KEY)),
  set: (id: number) => localStorage.setItem(KEY, String(id)),
}
