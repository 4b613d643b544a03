package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Creates, finds, describes and deletes queues. */
final class QueueOperations {
  private final Queues queues;
  private final Supplier<URI> endpoint;
  private final String account;
  private final String arnPrefix;

  QueueOperations(Queues queues, Supplier<URI> endpoint, String region, String account) {
    this.queues = queues;
    this.endpoint = endpoint;
    this.account = account;
    this.arnPrefix = "arn:aws:sqs:" + region + ":" + account + ":";
  }

  JsonNode create(AwsJsonRequest request) throws IOException {
    String name = request.text("QueueName");
    queues.create(name, new QueueAttributes(Map.of()).with(strings(request)));
    return url(name);
  }

  private static Map<String, String> strings(AwsJsonRequest request) {
    Map<String, String> strings = new TreeMap<>();
    request
        .optional("Attributes")
        .ifPresent(
            node ->
                node.properties()
                    .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText())));
    return strings;
  }

  private ObjectNode url(String name) {
    return JsonNodeFactory.instance.objectNode().put("QueueUrl", urlText(name));
  }

  private String urlText(String name) {
    return endpoint.get() + "/" + account + "/" + name;
  }

  String arn(StandardQueue queue) {
    return arnPrefix + queue.settings().name();
  }

  JsonNode find(AwsJsonRequest request) {
    return url(queues.require(request.text("QueueName")).settings().name());
  }

  JsonNode list(AwsJsonRequest request) {
    String prefix = request.optionalText("QueueNamePrefix").orElse("");
    String after = request.optionalText("NextToken").orElse("");
    int limit = request.optionalInteger("MaxResults").orElse(1_000);
    List<String> rest =
        queues.names().stream()
            .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
            .toList();
    List<String> page = rest.stream().limit(limit).toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode urls = answer.putArray("QueueUrls");
    page.forEach(name -> urls.add(urlText(name)));
    if (page.size() < rest.size()) {
      answer.put("NextToken", page.getLast());
    }
    return answer;
  }

  JsonNode describe(AwsJsonRequest request) {
    StandardQueue queue = queues.of(request);
    MessageQueue.Counts counts = queue.messages().counts();
    Map<String, String> all = new TreeMap<>(queue.attributes().all());
    all.put("QueueArn", arn(queue));
    all.put("CreatedTimestamp", "" + queue.settings().created().getEpochSecond());
    all.put("LastModifiedTimestamp", "" + queue.settings().modified().getEpochSecond());
    all.put("ApproximateNumberOfMessages", "" + counts.visible());
    all.put("ApproximateNumberOfMessagesNotVisible", "" + counts.inFlight());
    all.put("ApproximateNumberOfMessagesDelayed", "" + counts.delayed());
    List<String> wanted = new ArrayList<>();
    request.body().path("AttributeNames").forEach(name -> wanted.add(name.asText()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode attributes = answer.putObject("Attributes");
    all.forEach(
        (name, value) -> {
          if (wanted.contains("All") || wanted.contains(name)) {
            attributes.put(name, value);
          }
        });
    return answer;
  }

  JsonNode change(AwsJsonRequest request) throws IOException {
    queues.of(request).change(strings(request));
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode purge(AwsJsonRequest request) throws IOException {
    queues.of(request).messages().purge();
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode delete(AwsJsonRequest request) throws IOException {
    queues.delete(queues.of(request));
    return JsonNodeFactory.instance.objectNode();
  }

  /** The queue that takes what {@code queue} fails to deliver; without one it tries for ever. */
  Optional<MessageQueue.Dead> dead(StandardQueue queue) {
    return queue
        .attributes()
        .redrive()
        .flatMap(
            redrive ->
                queues
                    .find(redrive.queue())
                    .map(
                        target ->
                            new MessageQueue.Dead(target.messages(), redrive.limit(), arn(queue))));
  }
}
