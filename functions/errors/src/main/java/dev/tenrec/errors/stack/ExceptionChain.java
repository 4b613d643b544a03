package dev.tenrec.errors.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The exceptions of one event, the outermost first, its causes after it.
 *
 * @param exceptions at least one
 */
public record ExceptionChain(List<ExceptionEntry> exceptions) {
  /** How many exceptions of a list are read. */
  public static final int MOST_EXCEPTIONS = 50;

  public ExceptionChain {
    exceptions = List.copyOf(exceptions);
    if (exceptions.isEmpty()) {
      throw new IllegalArgumentException("exceptions is empty: a chain has at least one");
    }
  }

  /** The chain of an event's properties; empty when they carry no exception. */
  public static Optional<ExceptionChain> of(ObjectNode properties) {
    List<ExceptionEntry> exceptions = new ArrayList<>();
    for (JsonNode item : properties.path("$exception_list")) {
      if (item instanceof ObjectNode object && exceptions.size() < MOST_EXCEPTIONS) {
        exceptions.add(entry(object));
      }
    }
    return exceptions.isEmpty() ? old(properties) : Optional.of(new ExceptionChain(exceptions));
  }

  // What SDKs sent before they sent lists.
  private static Optional<ExceptionChain> old(ObjectNode properties) {
    if (!properties.hasNonNull("$exception_type") && !properties.hasNonNull("$exception_message")) {
      return Optional.empty();
    }
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", properties.path("$exception_type").asText("Error"));
    item.put("value", properties.path("$exception_message").asText(""));
    return Optional.of(new ExceptionChain(List.of(entry(item))));
  }

  private static ExceptionEntry entry(ObjectNode item) {
    List<Frame> frames = new ArrayList<>();
    for (JsonNode frame : item.path("stacktrace").path("frames")) {
      if (frame instanceof ObjectNode object) {
        frames.add(FrameReader.read(object));
      }
    }
    String type = item.path("type").asText("");
    return new ExceptionEntry(
        type.isEmpty() ? "Error" : type,
        item.path("value").isNull() ? "" : item.path("value").asText(""),
        item.path("mechanism").path("handled").asBoolean(true),
        frames,
        item);
  }

  /** This chain with every frame changed. */
  public ExceptionChain mapFrames(Function<Frame, Frame> change) {
    return new ExceptionChain(
        exceptions.stream()
            .map(entry -> entry.withFrames(entry.frames().stream().map(change).toList()))
            .toList());
  }

  /** Writes the chain and what is derived of it into an event's properties. */
  public void writeTo(ObjectNode properties) {
    ArrayNode list = properties.putArray("$exception_list");
    exceptions.forEach(entry -> list.add(entry.json()));
    Set<String> sources = new LinkedHashSet<>();
    Set<String> functions = new LinkedHashSet<>();
    for (ExceptionEntry entry : exceptions) {
      for (Frame frame : entry.frames()) {
        addUnlessEmpty(sources, frame.source());
        addUnlessEmpty(functions, frame.resolvedName().orElse(frame.function()));
      }
    }
    put(properties, "$exception_types", exceptions.stream().map(ExceptionEntry::type).toList());
    put(properties, "$exception_values", exceptions.stream().map(ExceptionEntry::value).toList());
    put(properties, "$exception_sources", List.copyOf(sources));
    put(properties, "$exception_functions", List.copyOf(functions));
    properties.put("$exception_handled", exceptions.stream().allMatch(ExceptionEntry::handled));
  }

  private static void addUnlessEmpty(Set<String> texts, String text) {
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  private static void put(ObjectNode properties, String name, List<String> texts) {
    ArrayNode array = properties.putArray(name);
    texts.forEach(array::add);
  }
}
