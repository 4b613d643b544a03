package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

/** Answers the console and tools: everything under {@code /api} that is not a query. */
public final class Api extends Construct {
  private final JavaFunction function;
  private final FunctionUrl url;

  /**
   * Creates the API.
   *
   * @param setupCode what whoever creates the first account has to know; empty for nothing
   */
  public Api(Construct scope, String id, Foundation foundation, String setupCode) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("api"),
                foundation.zips().zip("functions/api"),
                "dev.tenrec.api.ApiHandler",
                "Tenrec api: answers the console and tools",
                foundation.settings().memory().api(),
                Duration.ofSeconds(30),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "DEFINITIONS_TABLE", state.definitions().getTableName(),
                    "PERSONS_TABLE", state.persons().getTableName(),
                    "SETUP_CODE", setupCode)));
    function.allow(Allow.writeItems(state.projects(), state.definitions(), state.persons()));
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
