package dev.tenrec.commit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeSettings;
import dev.tenrec.lake.pipeline.DynamoDbPipelineState;
import dev.tenrec.lake.pipeline.SqsCommitQueue;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The entry of the commit function, behind its queue. What the messages say does not matter: one
 * run commits all that waits. When a run fails its messages come again.
 */
public final class CommitHandler implements RequestStreamHandler {
  private final Committer committer;

  /** Wires the function from its environment. */
  public CommitHandler() {
    this(committer(System.getenv()));
  }

  CommitHandler(Committer committer) {
    this.committer = committer;
  }

  private static Committer committer(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    SdkHttpClient http = UrlConnectionHttpClient.create();
    DynamoDbClient dynamoDb = DynamoDbClient.builder().httpClient(http).build();
    SqsClient sqs = SqsClient.builder().httpClient(http).build();
    return new Committer(
        Lake.open(LakeSettings.fromEnvironment(environment)),
        new DynamoDbPipelineState(dynamoDb, environment.get("PIPELINE_TABLE"), clock),
        new SqsCommitQueue(sqs, environment.get("COMMIT_QUEUE_URL")),
        HashCache.ofHalfTheMemory(),
        TimeOrderedIds.system(),
        clock,
        report -> System.out.println(report.line(clock.instant())));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    committer.run(Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
