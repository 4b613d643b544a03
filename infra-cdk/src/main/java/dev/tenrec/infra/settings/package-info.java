/**
 * What an owner chooses about an installation: its name, sizes, retention, freshness, domain.
 *
 * <p>Start at {@link dev.tenrec.infra.settings.Settings}; {@link
 * dev.tenrec.infra.settings.SettingsSource} finds and reads them. Every record checks itself; the
 * defaults deploy as they are. This package creates no resources.
 */
package dev.tenrec.infra.settings;
