package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rrweb events of one page, in rrweb's numbers. */
final class Tape {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int FULL_SNAPSHOT = 2;
  private static final int INCREMENTAL = 3;
  private static final int META = 4;
  private static final int CUSTOM = 5;
  private static final int PLUGIN = 6;
  private static final int MUTATION = 0;
  private static final int MOUSE_MOVE = 1;
  private static final int INTERACTION = 2;
  private static final int SCROLL = 3;
  private static final int INPUT = 5;
  private static final int TOUCH_MOVE = 6;
  private static final int DOCUMENT = 1;

  private final List<ObjectNode> events = new ArrayList<>();

  /** Everything so far, in order of time. */
  List<ObjectNode> events() {
    events.sort(Comparator.comparingLong(event -> event.path("timestamp").asLong()));
    return events;
  }

  void meta(long at, String url, int width, int height) {
    add(at, META, JSON.objectNode().put("href", url).put("width", width).put("height", height));
  }

  void fullSnapshot(long at, ObjectNode document) {
    ObjectNode data = JSON.objectNode();
    data.set("node", document);
    data.putObject("initialOffset").put("left", 0).put("top", 0);
    add(at, FULL_SNAPSHOT, Zipped.of(data)).put("cv", Zipped.VERSION);
  }

  void custom(long at, String tag, ObjectNode payload) {
    ObjectNode data = JSON.objectNode().put("tag", tag);
    data.set("payload", payload);
    add(at, CUSTOM, data);
  }

  void console(long at, String level, String line, String place) {
    ObjectNode payload = JSON.objectNode().put("level", level);
    payload.putArray("trace").add(place);
    payload.putArray("payload").add(TextNode.valueOf(line).toString());
    plugin(at, "rrweb/console@1", payload);
  }

  void network(long at, String method, String url, int status, int milliseconds) {
    ObjectNode payload = JSON.objectNode();
    payload
        .putArray("requests")
        .addObject()
        .put("name", url)
        .put("method", method)
        .put("entryType", "resource")
        .put("initiatorType", "fetch")
        .put("responseStatus", status)
        .put("startTime", 0)
        .put("duration", milliseconds)
        .put("timestamp", at - milliseconds);
    plugin(at, "rrweb/network@1", payload);
  }

  /** Where a mouse or a finger was, the last place at the given time. */
  void moved(long at, boolean touch, List<Spot> spots) {
    ObjectNode data = JSON.objectNode().put("source", touch ? TOUCH_MOVE : MOUSE_MOVE);
    ArrayNode positions = data.putArray("positions");
    spots.forEach(
        spot ->
            positions
                .addObject()
                .put("x", spot.x())
                .put("y", spot.y())
                .put("id", spot.over())
                .put("timeOffset", spot.at() - at));
    add(at, INCREMENTAL, data);
  }

  void interacted(long at, Deed deed, Spot spot, boolean touch) {
    add(
        at,
        INCREMENTAL,
        JSON.objectNode()
            .put("source", INTERACTION)
            .put("type", deed.number)
            .put("id", spot.over())
            .put("x", spot.x())
            .put("y", spot.y())
            .put("pointerType", touch ? 2 : 0));
  }

  void scrolled(long at, int y) {
    add(
        at,
        INCREMENTAL,
        JSON.objectNode().put("source", SCROLL).put("id", DOCUMENT).put("x", 0).put("y", y));
  }

  void typed(long at, int field, String text, boolean ticked) {
    add(
        at,
        INCREMENTAL,
        JSON.objectNode()
            .put("source", INPUT)
            .put("id", field)
            .put("text", text)
            .put("isChecked", ticked)
            .put("userTriggered", true));
  }

  /** A text of the page is another now. */
  void changed(long at, int text, String value) {
    ObjectNode data = JSON.objectNode().put("source", MUTATION);
    ArrayNode texts = JSON.arrayNode();
    texts.addObject().put("id", text).put("value", value);
    data.set("texts", Zipped.of(texts));
    for (String unchanged : List.of("attributes", "removes", "adds")) {
      data.set(unchanged, Zipped.of(JSON.arrayNode()));
    }
    add(at, INCREMENTAL, data).put("cv", Zipped.VERSION);
  }

  private void plugin(long at, String name, ObjectNode payload) {
    ObjectNode data = JSON.objectNode().put("plugin", name);
    data.set("payload", payload);
    add(at, PLUGIN, data);
  }

  private ObjectNode add(long at, int type, JsonNode data) {
    ObjectNode event = JSON.objectNode().put("type", type);
    event.set("data", data);
    events.add(event.put("timestamp", at));
    return event;
  }

  /**
   * A place in the window.
   *
   * @param at when something was there
   * @param over the element there
   */
  record Spot(long at, int x, int y, int over) {}

  /** What a mouse or a finger does. */
  enum Deed {
    UP(0),
    DOWN(1),
    CLICK(2),
    FOCUS(5),
    TOUCH(7),
    LEAVE(9);

    private final int number;

    Deed(int number) {
      this.number = number;
    }
  }
}
