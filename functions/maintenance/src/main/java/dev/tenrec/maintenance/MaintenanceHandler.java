package dev.tenrec.maintenance;

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

/** The entry of the maintenance function, behind its schedule. */
public final class MaintenanceHandler implements RequestStreamHandler {
  private final Maintenance maintenance;

  /** Wires the function from its environment. */
  public MaintenanceHandler() {
    this(maintenance(System.getenv()));
  }

  MaintenanceHandler(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  private static Maintenance maintenance(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    SdkHttpClient http = UrlConnectionHttpClient.create();
    DynamoDbClient dynamoDb = DynamoDbClient.builder().httpClient(http).build();
    SqsClient sqs = SqsClient.builder().httpClient(http).build();
    return new Maintenance(
        Lake.open(LakeSettings.fromEnvironment(environment)),
        new DynamoDbPipelineState(dynamoDb, environment.get("PIPELINE_TABLE"), clock),
        new SqsCommitQueue(sqs, environment.get("COMMIT_QUEUE_URL")),
        MaintenanceSettings.standard(
            memoryBytes(environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048")),
            WorkFolder.spaceLeft()),
        TimeOrderedIds.system(),
        clock,
        report -> System.out.println(report.line(clock.instant())));
  }

  // The rest is for the JVM, and for what DuckDB does not count.
  private static long memoryBytes(String functionMegabytes) {
    return Math.max(64, Long.parseLong(functionMegabytes) / 2) * 1024 * 1024;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    maintenance.run(Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
