package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** Answers the console and tools: everything under {@code /api} that is not a query. */
public final class Api extends Construct {
  private final JavaFunction function;
  private final FunctionUrl url;

  /**
   * Creates the API.
   *
   * @param setupCode what whoever creates the first account has to know; empty for nothing
   * @param workflows where workflow runs are woken, if there are any
   */
  public Api(
      Construct scope,
      String id,
      Foundation foundation,
      String setupCode,
      Optional<IQueue> workflows) {
    super(scope, id);
    State state = foundation.state();
    Map<String, String> environment = new TreeMap<>();
    environment.put("PROJECTS_TABLE", state.projects().getTableName());
    environment.put("DEFINITIONS_TABLE", state.definitions().getTableName());
    environment.put("PERSONS_TABLE", state.persons().getTableName());
    environment.put("RUNS_TABLE", state.runs().getTableName());
    environment.put("SETUP_CODE", setupCode);
    environment.put("BUCKET", state.bucket().getBucketName());
    environment.put("SESSIONS_TABLE", state.sessions().getTableName());
    environment.put("ISSUES_TABLE", state.issues().getTableName());
    environment.put("PROCESSED_STREAM", state.processed().getStreamName());
    environment.put("RECORDING_DAYS", String.valueOf(Prefix.RECORDING_DAYS));
    workflows.ifPresent(queue -> environment.put("WORKFLOW_QUEUE_URL", queue.getQueueUrl()));
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
                environment));
    function.allow(
        Allow.writeItems(
            state.projects(),
            state.definitions(),
            state.persons(),
            state.sessions(),
            state.runs(),
            state.issues()),
        // Reads recordings, and overwrites with zeros what is to be deleted of them.
        Allow.getObjects(state.bucket(), Prefix.REPLAY),
        Allow.putObjects(state.bucket(), Prefix.REPLAY),
        // What it may do with source maps it lends, for minutes, to whoever uploads one.
        Allow.getObjects(state.bucket(), Prefix.SYMBOLS),
        Allow.putObjects(state.bucket(), Prefix.SYMBOLS),
        Allow.deleteObjects(state.bucket(), Prefix.SYMBOLS),
        // Tells the lake which recordings are deleted and which issues were merged and split, a
        // body too large for a record aside.
        Allow.putRecords(state.processed()),
        Allow.putObjects(state.bucket(), Prefix.CLAIMS),
        Allow.listObjects(state.bucket()));
    workflows.ifPresent(queue -> function.allow(Allow.sendMessages(queue)));
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
