package dev.tenrec.infra.compute;

import static java.util.Objects.requireNonNull;

import dev.tenrec.infra.settings.Settings;
import dev.tenrec.infra.state.State;

/**
 * What every capability stands on.
 *
 * @param settings what the owner chose
 * @param state what holds the data
 * @param zips where the functions' code comes from
 */
public record Foundation(Settings settings, State state, FunctionZips zips) {
  public Foundation {
    requireNonNull(settings, "settings is null");
    requireNonNull(state, "state is null");
    requireNonNull(zips, "zips is null");
  }

  /** What a function is called in the account, such as {@code tenrec-capture}. */
  public String functionName(String capability) {
    return settings.name() + "-" + capability;
  }
}
