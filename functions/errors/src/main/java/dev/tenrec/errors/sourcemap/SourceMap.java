package dev.tenrec.errors.sourcemap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A parsed source map. Immutable; a look-up is a binary search.
 *
 * <p>The format is ECMA-426 (source map revision 3), maps with sections included.
 */
public final class SourceMap {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COLUMNS = 32;

  private final List<String> sources;
  private final List<String> contents;
  private final List<String> names;
  // One entry a mapping: generated line and column together, in ascending order.
  private final long[] places;
  private final int[] sourceOf;
  private final int[] lineOf;
  private final int[] columnOf;
  private final int[] nameOf;

  private SourceMap(Builder builder) {
    this.sources = List.copyOf(builder.sources);
    this.contents = List.copyOf(builder.contents);
    this.names = List.copyOf(builder.names);
    Builder.Mapping[] sorted = builder.mappings.toArray(Builder.Mapping[]::new);
    Arrays.sort(sorted, (a, b) -> Long.compare(a.place(), b.place()));
    this.places = Arrays.stream(sorted).mapToLong(Builder.Mapping::place).toArray();
    this.sourceOf = Arrays.stream(sorted).mapToInt(Builder.Mapping::source).toArray();
    this.lineOf = Arrays.stream(sorted).mapToInt(Builder.Mapping::line).toArray();
    this.columnOf = Arrays.stream(sorted).mapToInt(Builder.Mapping::column).toArray();
    this.nameOf = Arrays.stream(sorted).mapToInt(Builder.Mapping::name).toArray();
  }

  /**
   * Parses a source map.
   *
   * @throws SourceMapException when it is not one
   */
  public static SourceMap parse(String json) {
    try {
      JsonNode map = JSON.readTree(json.startsWith(")]}") ? afterFirstLine(json) : json);
      if (map.path("version").asInt() != 3) {
        throw new SourceMapException("version is " + map.path("version") + ": it must be 3");
      }
      Builder builder = new Builder();
      if (map.path("sections").isArray()) {
        for (JsonNode section : map.path("sections")) {
          JsonNode offset = section.path("offset");
          builder.add(
              section.path("map"), offset.path("line").asInt(), offset.path("column").asInt());
        }
      } else {
        builder.add(map, 0, 0);
      }
      return new SourceMap(builder);
    } catch (JacksonException broken) {
      throw new SourceMapException("Not JSON: " + broken.getOriginalMessage());
    }
  }

  /**
   * Where the code at a place of the generated script was written.
   *
   * @param line the generated line, from 1
   * @param column the generated column, from 1 as stack traces count
   */
  public Optional<Original> lookup(int line, int column) {
    long place = place(line - 1, Math.max(0, column - 1));
    int found = Arrays.binarySearch(places, place);
    int index = found >= 0 ? found : -found - 2;
    // A mapping covers what follows it on its own line only.
    if (index < 0 || places[index] >>> COLUMNS != line - 1 || sourceOf[index] < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Original(
            sources.get(sourceOf[index]),
            lineOf[index] + 1,
            columnOf[index] + 1,
            nameOf[index] < 0 ? Optional.empty() : Optional.of(names.get(nameOf[index]))));
  }

  /**
   * What was written where a word of the generated script stands, when a mapping begins there.
   *
   * @param line the generated line, from 1
   * @param column the generated column, from 1
   */
  public Optional<String> word(int line, int column) {
    int index = Arrays.binarySearch(places, place(line - 1, Math.max(0, column - 1)));
    if (index < 0 || sourceOf[index] < 0) {
      return Optional.empty();
    }
    return nameOf[index] >= 0
        ? Optional.of(names.get(nameOf[index]))
        : wordAt(contents.get(sourceOf[index]), lineOf[index], columnOf[index]);
  }

  private static Optional<String> wordAt(String text, int line, int column) {
    int start = 0;
    for (int i = 0; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int from = start + column;
    int to = from;
    while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
      to++;
    }
    return to > from && from >= 0 ? Optional.of(text.substring(from, to)) : Optional.empty();
  }

  /** The text of a source, where the map carries it. */
  public Optional<String> content(String source) {
    int index = sources.indexOf(source);
    return index < 0 || contents.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(contents.get(index));
  }

  private static String afterFirstLine(String json) {
    return json.substring(json.indexOf('\n') + 1);
  }

  private static long place(int line, int column) {
    return (long) line << COLUMNS | column;
  }

  /**
   * A place in what was written.
   *
   * @param source the source's path
   * @param line from 1
   * @param column from 1
   * @param name the identifier that stood there
   */
  public record Original(String source, int line, int column, Optional<String> name) {}

  /** Gathers the mappings of a map and of its sections. */
  private static final class Builder {
    private final List<String> sources = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    private record Mapping(long place, int source, int line, int column, int name) {}

    void add(JsonNode map, int lineOffset, int columnOffset) {
      int firstSource = sources.size();
      int firstName = names.size();
      String root = map.path("sourceRoot").asText("");
      String prefix = root.isEmpty() || root.endsWith("/") ? root : root + "/";
      JsonNode texts = map.path("sourcesContent");
      int index = 0;
      for (JsonNode source : map.path("sources")) {
        sources.add(prefix + source.asText(""));
        contents.add(texts.path(index++).asText(""));
      }
      map.path("names").forEach(name -> names.add(name.asText()));
      read(map.path("mappings").asText(""), firstSource, firstName, lineOffset, columnOffset);
    }

    private void read(
        String text, int firstSource, int firstName, int lineOffset, int columnOffset) {
      Vlq numbers = new Vlq(text);
      int line = 0;
      int generated = 0;
      int source = 0;
      int originalLine = 0;
      int originalColumn = 0;
      int name = 0;
      while (!numbers.atEnd()) {
        if (numbers.peek() == ';') {
          numbers.skip();
          line++;
          generated = 0;
        } else if (numbers.peek() == ',') {
          numbers.skip();
        } else {
          generated += numbers.next();
          int mappedSource = -1;
          int mappedName = -1;
          if (numbers.hasNumber()) {
            source += numbers.next();
            originalLine += numbers.next();
            originalColumn += numbers.next();
            mappedSource = within(firstSource + source, sources.size(), "source");
            if (numbers.hasNumber()) {
              name += numbers.next();
              mappedName = within(firstName + name, names.size(), "name");
            }
          }
          int column = generated + (line == 0 ? columnOffset : 0);
          mappings.add(
              new Mapping(
                  place(lineOffset + line, column),
                  mappedSource,
                  originalLine,
                  originalColumn,
                  mappedName));
        }
      }
    }

    private static int within(int index, int size, String what) {
      if (index < 0 || index >= size) {
        throw new SourceMapException("mappings names " + what + " " + index + " of " + size);
      }
      return index;
    }
  }
}
