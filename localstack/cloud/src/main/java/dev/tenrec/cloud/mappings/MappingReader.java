package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.filters.PatternException;
import dev.tenrec.cloud.filters.RecordFilter;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the event source mappings of the templates. */
public final class MappingReader {
  // As many batches of a queue are at work at once as a small machine can do.
  private static final int QUEUE_CONCURRENCY = 2;

  private final Templates templates;
  private final URI sqs;
  private final Function<String, Optional<Target>> targets;
  private final Progress progress;

  /**
   * Prepares to read.
   *
   * @param sqs the endpoint of SQS, with which every queue's URL begins
   * @param targets finds a function by name or ARN
   */
  public MappingReader(
      Templates templates, URI sqs, Function<String, Optional<Target>> targets, Progress progress) {
    this.templates = templates;
    this.sqs = sqs;
    this.targets = targets;
    this.progress = progress;
  }

  /** Every mapping that is enabled and can be run. */
  public List<MappingSettings> read() {
    List<MappingSettings> mappings = new ArrayList<>();
    for (Resource resource : templates.resources("AWS::Lambda::EventSourceMapping")) {
      JsonNode properties = templates.properties(resource);
      Optional<Target> target = targets.apply(properties.path("FunctionName").asText());
      if (!properties.path("Enabled").asBoolean(true)) {
        continue;
      }
      if (target.isEmpty()) {
        progress.notice(resource + ": its function is not run here; left out");
        continue;
      }
      try {
        read(resource, properties, target.get()).ifPresent(mappings::add);
      } catch (PatternException | IllegalArgumentException e) {
        progress.notice(resource + ": " + e.getMessage() + "; left out");
      }
    }
    return mappings;
  }

  private Optional<MappingSettings> read(Resource resource, JsonNode properties, Target target) {
    String source = properties.path("EventSourceArn").asText();
    String[] parts = source.split(":", 6);
    String service = parts.length == 6 ? parts[2] : "";
    if (properties.has("TumblingWindowInSeconds")) {
      progress.notice(resource + ": TumblingWindowInSeconds has no effect here");
    }
    return switch (service) {
      case "kinesis" ->
          Optional.of(
              new MappingSettings.FromStream(
                  resource.toString(),
                  target,
                  parts[5].substring(parts[5].indexOf('/') + 1),
                  source,
                  latest(resource, properties),
                  properties.path("ParallelizationFactor").asInt(1),
                  batches(properties, "data", 100),
                  retries(resource, properties)));
      case "sqs" ->
          Optional.of(
              new MappingSettings.FromQueue(
                  resource.toString(),
                  target,
                  queueUrl(parts),
                  source,
                  Math.min(
                      QUEUE_CONCURRENCY,
                      properties.at("/ScalingConfig/MaximumConcurrency").asInt(QUEUE_CONCURRENCY)),
                  batches(properties, "body", 10)));
      default -> {
        progress.notice(resource + ": its source " + source + " is not read here; left out");
        yield Optional.empty();
      }
    };
  }

  private boolean latest(Resource resource, JsonNode properties) {
    String position = properties.path("StartingPosition").asText();
    if (position.equals("AT_TIMESTAMP")) {
      progress.notice(resource + ": AT_TIMESTAMP is taken as TRIM_HORIZON");
    }
    return position.equals("LATEST");
  }

  private static BatchSettings batches(JsonNode properties, String content, int size) {
    List<String> patterns = new ArrayList<>();
    properties
        .at("/FilterCriteria/Filters")
        .forEach(filter -> patterns.add(filter.path("Pattern").asText()));
    boolean partialFailures = false;
    for (JsonNode type : properties.path("FunctionResponseTypes")) {
      partialFailures |= type.asText().equals("ReportBatchItemFailures");
    }
    return new BatchSettings(
        properties.path("BatchSize").asInt(size),
        Duration.ofSeconds(properties.path("MaximumBatchingWindowInSeconds").asInt(0)),
        new RecordFilter(content, patterns),
        partialFailures);
  }

  private RetrySettings retries(Resource resource, JsonNode properties) {
    int attempts = properties.path("MaximumRetryAttempts").asInt(-1);
    int age = properties.path("MaximumRecordAgeInSeconds").asInt(-1);
    String destination = properties.at("/DestinationConfig/OnFailure/Destination").asText("");
    Optional<String> queue = Optional.empty();
    if (destination.startsWith("arn:aws:sqs:")) {
      queue = Optional.of(queueUrl(destination.split(":", 6)));
    } else if (!destination.isEmpty()) {
      progress.notice(resource + ": what fails cannot be told to " + destination + " here");
    }
    return new RetrySettings(
        properties.path("BisectBatchOnFunctionError").asBoolean(),
        attempts < 0 ? OptionalInt.empty() : OptionalInt.of(attempts),
        age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
        queue);
  }

  private String queueUrl(String[] arn) {
    return sqs + "/" + arn[4] + "/" + arn[5];
  }
}
