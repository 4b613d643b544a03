package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something that is broken in the shop.
 *
 * @param sdk what reports it
 * @param hook where the SDK learns of it
 * @param handled whether the shop caught it
 * @param chain what was thrown, followed by its causes
 */
record Bug(Sdk sdk, Hook hook, boolean handled, List<Thrown> chain) {
  Bug {
    chain = List.copyOf(chain);
  }

  void describe(ObjectNode properties) {
    properties.put("$exception_level", "error").put("$exception_source", hook.source);
    ArrayNode list = properties.putArray("$exception_list");
    for (Thrown thrown : chain) {
      ObjectNode exception = list.addObject();
      exception.put("type", thrown.type()).put("value", thrown.message());
      exception
          .putObject("mechanism")
          .put("type", list.size() == 1 ? hook.mechanism : "chained")
          .put("handled", handled)
          .put("synthetic", thrown.frames().isEmpty());
      if (!thrown.frames().isEmpty()) {
        ArrayNode frames = exception.putObject("stacktrace").put("type", "raw").putArray("frames");
        thrown.frames().forEach(frame -> frames.add(frame.json()));
      }
    }
  }

  /** Where an SDK learns of an exception. */
  enum Hook {
    WINDOW("onuncaughtexception", "browser.window_onerror"),
    PROMISE("onunhandledrejection", "browser.unhandledrejection"),
    CODE("generic", "manual"),
    MIDDLEWARE("middleware", "express.middleware");

    private final String mechanism;
    private final String source;

    Hook(String mechanism, String source) {
      this.mechanism = mechanism;
      this.source = source;
    }
  }

  /**
   * One exception.
   *
   * @param frames where it happened, the outermost caller first; none where nobody knows
   */
  record Thrown(String type, String message, List<Frame> frames) {
    Thrown {
      frames = List.copyOf(frames);
    }
  }
}
