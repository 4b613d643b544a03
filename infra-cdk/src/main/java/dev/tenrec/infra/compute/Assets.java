package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

/** Serves the console, the SDK's scripts and each project's SDK configuration. */
public final class Assets extends Construct {
  private final JavaFunction function;
  private final FunctionUrl url;

  public Assets(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("assets"),
                foundation.zips().zip("functions/assets"),
                "dev.tenrec.assets.AssetsHandler",
                "Tenrec assets: serves the console and the SDK's scripts",
                foundation.settings().memory().assets(),
                Duration.ofSeconds(20),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "PRODUCTS", foundation.settings().productNames())));
    function.allow(Allow.readItems(state.projects()));
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
