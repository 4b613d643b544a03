package dev.tenrec.cloud.filters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The filter criteria of an event source mapping: a record is wanted when any of the patterns
 * matches; with no pattern every record is. Guarantees: a record whose content is not JSON does not
 * match a pattern that looks into it; a large record is read only as far as the patterns need.
 */
public final class RecordFilter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory PARSERS = JSON.getFactory();

  private final String contentField;
  private final List<EventPattern> patterns;
  private final Set<String> contentFields;

  /**
   * Reads the patterns.
   *
   * @param contentField what the content is called in them: {@code data} for streams, {@code body}
   *     for queues
   */
  public RecordFilter(String contentField, List<String> patterns) {
    this.contentField = contentField;
    this.patterns = patterns.stream().map(EventPattern::parse).toList();
    this.contentFields =
        this.patterns.stream()
            .flatMap(pattern -> pattern.within(contentField).stream())
            .flatMap(pattern -> pattern.fields().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether every record is wanted, so that none needs to be looked at. */
  public boolean wantsAll() {
    return patterns.isEmpty();
  }

  /**
   * Whether a record is wanted.
   *
   * @param metadata the other fields a pattern may name
   * @param content the record's content
   */
  public boolean wants(ObjectNode metadata, byte[] content) {
    if (patterns.isEmpty()) {
      return true;
    }
    ObjectNode event = metadata.deepCopy();
    if (contentFields.isEmpty()) {
      event.put(contentField, new String(content, StandardCharsets.UTF_8));
      return patterns.stream().anyMatch(pattern -> pattern.matches(event));
    }
    Optional<JsonNode> inside = inside(content);
    inside.ifPresent(fields -> event.set(contentField, fields));
    return patterns.stream()
        .filter(pattern -> inside.isPresent() || pattern.within(contentField).isEmpty())
        .anyMatch(pattern -> pattern.matches(event));
  }

  private Optional<JsonNode> inside(byte[] content) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    try (JsonParser parser = PARSERS.createParser(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (found.size() < contentFields.size() && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (contentFields.contains(name)) {
          found.set(name, JSON.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      return Optional.of(found);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
