package dev.tenrec.ingest;

import dev.tenrec.ingest.groups.GroupProcessor;
import dev.tenrec.ingest.persons.CachingPersonStore;
import dev.tenrec.ingest.persons.PersonProcessor;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.groups.DynamoDbGroupStore;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.KinesisEnvelopeStream;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ingest function of AWS Lambda: wires {@link Ingest} to the services around it. */
public final class IngestHandler extends StreamFunction {
  private static final Duration PUBLISHING = Duration.ofSeconds(20);
  private static final Duration PERSONS_TRUSTED = Duration.ofSeconds(30);
  private static final long PERSONS_REMEMBERED = 16_000_000;
  private static final String TOGETHER = "PERSONS_PER_TRANSACTION";

  public IngestHandler() {
    this(System.getenv());
  }

  IngestHandler(Map<String, String> environment) {
    super(ingest(environment));
  }

  private static StreamConsumer ingest(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    String bucket = required(environment, "BUCKET");
    DynamoDbClient dynamoDb =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    BatchTable table =
        new BatchTable(
            dynamoDb,
            required(environment, "PERSONS_TABLE"),
            Integer.parseInt(environment.getOrDefault(TOGETHER, "100")),
            Pauses.system());
    ProjectDirectory projects =
        new ProjectDirectory(dynamoDb, required(environment, "PROJECTS_TABLE"), clock);
    return new Ingest(
        new EnvelopeReader(S3ClaimStore.connect(bucket)),
        id -> {
          try {
            return projects.byId(id);
          } catch (SdkException failure) {
            throw new StoreUnavailableException("Projects were not read", failure);
          }
        },
        new PersonProcessor(
            new CachingPersonStore(
                new DynamoDbPersonStore(table), clock, PERSONS_TRUSTED, PERSONS_REMEMBERED),
            clock),
        new GroupProcessor(new DynamoDbGroupStore(table), clock),
        KinesisEnvelopeStream.connect(
            required(environment, "PROCESSED_STREAM"), bucket, PUBLISHING),
        clock,
        System.out::println);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable " + name + " is not set: the ingest function needs it");
    }
    return value;
  }
}
