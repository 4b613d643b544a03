import { useMutation, useQuery } from '@tanstack/react-query'
import { sessionQuery, signOut } from '@/api/session'
import { messageOf } from '@/api/errors'
import { chooseTheme, useThemeChoice } from '@/app/theme'
import { Icon } from '@/components/Icon'
import { Menu } from '@/components/Menu'
import { toast } from '@/components/toast'
import styles from './AccountMenu.module.css'

export function AccountMenu() {
  const { data: user } = useQuery(sessionQuery)
  const theme = useThemeChoice()
  const leave = useMutation({
    mutationFn: signOut,
    // A full load, so that nothing of the session stays in memory.
    onSuccess: () => window.location.assign('/login'),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <Menu
      header={user?.email}
      trigger={(toggle) => (
        <button type="button" className={styles.account} aria-haspopup="menu" {...toggle}>
          <Icon name="person" />
          <span>{user?.first_name || user?.email}</span>
        </button>
      )}
      items={[
        item('Light', 'sun', 'light'),
        item('Dark', 'moon', 'dark'),
        item('As the system', 'screen', 'system'),
        'line',
        { label: 'Sign out', icon: 'signOut', onSelect: () => leave.mutate() },
      ]}
    />
  )

  function item(label: string, icon: 'sun' | 'moon' | 'screen', choice: typeof theme) {
    return { label, icon, selected: theme === choice, onSelect: () => chooseTheme(choice) }
  }
}
