package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

/**
 * Runs insights and SQL over the lake. May read the lake, and write nothing but its results and
 * when a personal key was last used.
 */
public final class Query extends Construct {
  /** As long as CloudFront waits for an origin without a raised quota. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final JavaFunction function;
  private final FunctionUrl url;

  public Query(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("query"),
                foundation.zips().zip("query/function"),
                "dev.tenrec.query.function.QueryHandler",
                "Tenrec query: runs insights and SQL",
                foundation.settings().memory().query(),
                TIMEOUT,
                foundation.settings().retention().logDays(),
                Map.of(
                    "BUCKET", state.bucket().getBucketName(),
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "DEFINITIONS_TABLE", state.definitions().getTableName(),
                    "PERSONS_TABLE", state.persons().getTableName(),
                    "ISSUES_TABLE", state.issues().getTableName(),
                    "GLUE_DATABASE", state.database())));
    function.allow(
        Allow.getObjects(state.bucket(), Prefix.LAKE),
        Allow.getObjects(state.bucket(), Prefix.RESULTS),
        Allow.putObjects(state.bucket(), Prefix.RESULTS),
        Allow.listObjects(state.bucket()),
        Allow.readItems(state.projects(), state.definitions(), state.persons(), state.issues()),
        Allow.noteKeyUse(state.projects()),
        Allow.readCatalog(Stack.of(this), state.database()));
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
