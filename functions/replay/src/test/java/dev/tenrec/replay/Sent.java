package dev.tenrec.replay;

import dev.tenrec.events.CapturedSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Rrweb events as a browser sends them. */
record Sent(long timestamp, int type, int source, int interaction, String level, String href) {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  static Sent click(long at) {
    return new Sent(at, 3, 2, 2, "", "");
  }

  static Sent mutation(long at) {
    return new Sent(at, 3, 0, 0, "", "");
  }

  static Sent page(long at, String href) {
    return new Sent(at, 4, 0, 0, "", href);
  }

  static Sent console(long at, String level) {
    return new Sent(at, 6, 0, 0, level, "");
  }

  String json() {
    String data =
        switch (type) {
          case 3 ->
              "{\"source\":%d,\"type\":%d,\"x\":[{\"source\":9}]}".formatted(source, interaction);
          case 4 -> "{\"href\":\" %s\",\"width\":100}".formatted(href);
          case 5 -> "{\"tag\":\"$pageview\",\"payload\":{\"href\":\"%s\"}}".formatted(href);
          case 6 ->
              "{\"plugin\":\"rrweb/console@1\",\"payload\":{\"level\":\"%s\",\"trace\":[]}}"
                  .formatted(level);
          default -> "\"\\u001f\\u008b\"";
        };
    return "{\"type\":%d,\"data\":%s,\n\"timestamp\":%d}".formatted(type, data, timestamp);
  }

  String line(String window) {
    return "[\"" + window + "\"," + json().replace('\n', ' ') + "]";
  }

  static CapturedSnapshots piece(String session, String window, String person, List<Sent> events) {
    return new CapturedSnapshots(
        1,
        session,
        window,
        person,
        NOON,
        "web",
        "web",
        events.stream().map(Sent::json).collect(Collectors.joining(", ", "[", "]")));
  }
}
