package dev.tenrec.infra.settings;

/** A setting that cannot work. The message names the setting, its value and what to choose. */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
