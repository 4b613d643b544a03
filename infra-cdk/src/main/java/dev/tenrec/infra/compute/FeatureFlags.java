package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

/**
 * Evaluates feature flags for SDKs. May read definitions and persons, and write nothing but what a
 * person was first seen as, when a personal key was last used.
 */
public final class FeatureFlags extends Construct {
  private final JavaFunction function;
  private final FunctionUrl url;

  public FeatureFlags(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("flags"),
                foundation.zips().zip("functions/flags"),
                "dev.tenrec.flags.serve.FlagsHandler",
                "Tenrec flags: evaluates feature flags",
                foundation.settings().memory().flags(),
                Duration.ofSeconds(10),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "DEFINITIONS_TABLE", state.definitions().getTableName(),
                    "PERSONS_TABLE", state.persons().getTableName(),
                    "PRODUCTS", foundation.settings().productNames())));
    function.allow(
        Allow.readItems(state.projects(), state.definitions(), state.persons()),
        Allow.putItems(state.persons(), "first-seen#*"),
        Allow.noteKeyUse(state.projects()));
    url = function.url();
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }

  /** Its origin. */
  public FunctionUrl url() {
    return url;
  }
}
