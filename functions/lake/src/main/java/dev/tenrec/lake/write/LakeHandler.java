package dev.tenrec.lake.write;

import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeSettings;
import dev.tenrec.lake.pipeline.DynamoDbPipelineState;
import dev.tenrec.lake.pipeline.SqsCommitQueue;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamFunction;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The entry of the lake function, behind the processed stream. */
public final class LakeHandler extends StreamFunction {
  /** Wires the function from its environment. */
  public LakeHandler() {
    super(writer(System.getenv()));
  }

  private static LakeWriter writer(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    SdkHttpClient http = UrlConnectionHttpClient.create();
    DynamoDbClient dynamoDb = DynamoDbClient.builder().httpClient(http).build();
    SqsClient sqs = SqsClient.builder().httpClient(http).build();
    return new LakeWriter(
        new EnvelopeReader(S3ClaimStore.connect(environment.get("BUCKET"))),
        new DynamoDbPipelineState(dynamoDb, environment.get("PIPELINE_TABLE"), clock),
        Lake.open(LakeSettings.fromEnvironment(environment)),
        new SqsCommitQueue(sqs, environment.get("COMMIT_QUEUE_URL")),
        TimeOrderedIds.system(),
        clock,
        report -> System.out.println(report.line(clock.instant())));
  }
}
