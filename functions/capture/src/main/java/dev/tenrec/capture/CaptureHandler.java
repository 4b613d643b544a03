package dev.tenrec.capture;

import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.http.Cors;
import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.streams.KinesisEnvelopeStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The capture function. Environment: {@code CAPTURED_STREAM}, {@code PROCESSED_STREAM}, {@code
 * BUCKET} (bodies too large for a record), {@code PROJECTS_TABLE}.
 */
public final class CaptureHandler extends HttpFunction {
  // SDKs wait up to 10 seconds for an answer, and send again what was not answered.
  private static final Duration PUT_BUDGET = Duration.ofSeconds(5);
  private static final Duration KEEP_BUDGET = Duration.ofSeconds(1);

  /** Connects with the environment of the function. */
  public CaptureHandler() {
    super(connect(System.getenv()));
  }

  private static HttpHandler connect(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    TimeOrderedIds ids = TimeOrderedIds.system();
    String bucket = required(environment, "BUCKET");
    ProjectDirectory projects =
        new ProjectDirectory(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            required(environment, "PROJECTS_TABLE"),
            clock);
    Capture capture =
        new Capture(
            new CaptureDecoder(ids),
            projects::byToken,
            KinesisEnvelopeStream.connect(
                required(environment, "CAPTURED_STREAM"), bucket, PUT_BUDGET),
            new Rejections(
                KinesisEnvelopeStream.connect(
                    required(environment, "PROCESSED_STREAM"), bucket, KEEP_BUDGET),
                ids),
            clock,
            System.out::println);
    if (Warmup.isWanted(environment)) {
      Warmup.run(projects::byToken);
    }
    return new Cors("GET, POST, OPTIONS").around(capture);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalStateException(
          "The environment variable " + name + " is not set: the stack sets it for this function");
    }
    return value;
  }
}
