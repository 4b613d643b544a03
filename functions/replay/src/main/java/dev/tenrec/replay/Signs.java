package dev.tenrec.replay;

import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static dev.tenrec.recordings.RecordedEvent.Trait.ACTIVE;
import static dev.tenrec.recordings.RecordedEvent.Trait.CLICK;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_ERROR;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_LOG;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_WARN;
import static dev.tenrec.recordings.RecordedEvent.Trait.KEYPRESS;
import static dev.tenrec.recordings.RecordedEvent.Trait.MOUSE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tenrec.recordings.RecordedEvent;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The few fields of an rrweb event that say what it is; all others are skipped. */
final class Signs {
  private static final int INCREMENTAL = 3;
  private static final int PLUGIN = 6;
  private static final int MOUSE_INTERACTION = 2;
  private static final int INPUT = 5;
  private static final String CONSOLE = "rrweb/console@1";
  private static final int LONGEST_URL = 4_096;
  private static final Set<Integer> ACTIVE_SOURCES = Set.of(1, 2, 3, 4, 5, 6, 7, 12);
  private static final Set<Integer> MOUSE_SOURCES = Set.of(1, 2, 6);
  // Click, context menu, double click, the end of a touch.
  private static final Set<Integer> CLICKS = Set.of(2, 3, 4, 9);

  private long type = -1;
  private long timestamp = Long.MIN_VALUE;
  private long source = -1;
  private long interaction = -1;
  private String plugin = "";
  private String level = "";
  private String href = "";
  private String payloadHref = "";

  private Signs() {}

  /** Reads the object that the parser stands at, up to its end. */
  static Signs read(JsonParser parser) throws IOException {
    Signs signs = new Signs();
    while (parser.nextToken() != END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> signs.type = number(parser, -1);
        case "timestamp" -> signs.timestamp = number(parser, Long.MIN_VALUE);
        case "data" -> {
          if (value == START_OBJECT) {
            signs.data(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    return signs;
  }

  private void data(JsonParser parser) throws IOException {
    while (parser.nextToken() != END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "source" -> source = number(parser, -1);
        case "type" -> interaction = number(parser, -1);
        case "plugin" -> plugin = text(parser);
        case "href" -> href = text(parser);
        case "payload" -> {
          if (value == START_OBJECT) {
            payload(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private void payload(JsonParser parser) throws IOException {
    while (parser.nextToken() != END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "level" -> level = text(parser);
        case "href" -> payloadHref = text(parser);
        default -> parser.skipChildren();
      }
    }
  }

  /** Whether it is an event at all. */
  boolean complete() {
    return type >= 0 && timestamp > Long.MIN_VALUE;
  }

  long timestamp() {
    return timestamp;
  }

  /** The page it names. */
  Optional<String> url() {
    String url = href.isBlank() ? payloadHref.strip() : href.strip();
    return url.isEmpty() ? Optional.empty() : Optional.of(cut(url));
  }

  Set<RecordedEvent.Trait> traits() {
    Set<RecordedEvent.Trait> traits = EnumSet.noneOf(RecordedEvent.Trait.class);
    if (type == INCREMENTAL) {
      add(traits, ACTIVE, ACTIVE_SOURCES.contains((int) source));
      add(traits, MOUSE, MOUSE_SOURCES.contains((int) source));
      add(traits, KEYPRESS, source == INPUT);
      add(traits, CLICK, source == MOUSE_INTERACTION && CLICKS.contains((int) interaction));
    } else if (type == PLUGIN && plugin.equals(CONSOLE)) {
      switch (level) {
        case "log", "info", "debug", "trace" -> traits.add(CONSOLE_LOG);
        case "warn", "warning" -> traits.add(CONSOLE_WARN);
        case "error", "assert" -> traits.add(CONSOLE_ERROR);
        default -> {
          // The console's other methods, such as table and group, report nothing.
        }
      }
    }
    return traits;
  }

  private static void add(
      Set<RecordedEvent.Trait> traits, RecordedEvent.Trait trait, boolean holds) {
    if (holds) {
      traits.add(trait);
    }
  }

  private static long number(JsonParser parser, long otherwise) throws IOException {
    if (parser.currentToken().isNumeric()) {
      double value = parser.getDoubleValue();
      return Math.abs(value) < 1L << 52 ? (long) value : otherwise;
    }
    parser.skipChildren();
    return otherwise;
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private static String cut(String url) {
    byte[] bytes = url.getBytes(UTF_8);
    if (bytes.length <= LONGEST_URL) {
      return url;
    }
    int end = LONGEST_URL;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, UTF_8);
  }
}
