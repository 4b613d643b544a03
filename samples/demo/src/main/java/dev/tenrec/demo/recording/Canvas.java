package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts elements on a page and remembers what can be clicked, filled in or changed. */
final class Canvas {
  private static final int DOCUMENT = 1;
  private static final int DOCUMENT_TYPE = 0;

  private final List<Element> drawn = new ArrayList<>();
  private final Map<String, Element> targets = new HashMap<>();
  private final List<Element> fields = new ArrayList<>();
  private int ids = DOCUMENT;
  private int bottom;

  /** What is clicked, by its text. */
  Map<String, Element> targets() {
    return targets;
  }

  /** What is filled in, from top to bottom. */
  List<Element> fields() {
    return fields;
  }

  /** How far down there is something. */
  int bottom() {
    return bottom;
  }

  /** Some text in a box; answers the text, which can be changed later. */
  Element text(String tag, String classes, Box box, String text) {
    Element content = Element.text(id(), text);
    draw(tag, Map.of("class", classes), box, List.of(content));
    return content;
  }

  void target(String tag, String classes, Box box, String text) {
    Element content = Element.text(id(), text);
    targets.put(text, draw(tag, Map.of("class", classes), box, List.of(content)));
  }

  void field(String label, String type, Box box) {
    text("label", "label", new Box(box.x(), box.y() - 26, box.width(), 22), label);
    Map<String, String> attributes = Map.of("type", type, "class", "field", "value", "");
    fields.add(draw("input", attributes, box, List.of()));
  }

  void tick(String label, String type, Box box) {
    text("label", "choice", new Box(box.x() + 28, box.y() - 2, 300, 24), label);
    fields.add(draw("input", Map.of("type", type, "class", "tick"), box, List.of()));
  }

  /** A tin or a pot in a product's colour. */
  void picture(Box box, String color, boolean pot) {
    List<Element> shapes = new ArrayList<>();
    shapes.add(
        shape(
            "rect", "width", "200", "height", "200", "rx", "16", "fill", color, "opacity", ".14"));
    shapes.add(shape("ellipse", "cx", "100", "cy", "178", "rx", "54", "ry", "8", "fill", "#0002"));
    if (pot) {
      shapes.add(shape("path", "d", "M46 112h108c0 34-20 58-54 58s-54-24-54-58z", "fill", color));
      shapes.add(shape("path", "d", "M66 110c0-16 16-24 34-24s34 8 34 24z", "fill", color));
      shapes.add(shape("circle", "cx", "100", "cy", "80", "r", "8", "fill", color));
    } else {
      shapes.add(
          shape(
              "rect", "x", "52", "y", "44", "width", "96", "height", "134", "rx", "10", "fill",
              color));
      shapes.add(
          shape(
              "rect", "x", "66", "y", "92", "width", "68", "height", "54", "rx", "6", "fill",
              "#fffdf6"));
      shapes.add(shape("path", "d", "M100 138c-14-8-14-28 0-38 14 10 14 30 0 38z", "fill", color));
    }
    draw("svg", Map.of("viewBox", "0 0 200 200"), box, shapes);
  }

  /** The whole page with everything that was put on it. */
  ObjectNode document(String title, String css, int height) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("type", DOCUMENT_TYPE);
    ArrayNode children = document.putArray("childNodes");
    children
        .addObject()
        .put("type", 1)
        .put("name", "html")
        .put("publicId", "")
        .put("systemId", "")
        .put("id", id());
    Element head =
        Element.of(
            id(),
            "head",
            Map.of(),
            List.of(
                Element.of(id(), "title", Map.of(), List.of(Element.text(id(), title))),
                Element.of(id(), "style", Map.of("_cssText", css), List.of())));
    Element body = Element.of(id(), "body", Map.of("style", "height:" + height + "px"), drawn);
    children.add(Element.of(id(), "html", Map.of("lang", "en"), List.of(head, body)).json());
    return document.put("id", DOCUMENT);
  }

  private Element draw(
      String tag, Map<String, String> attributes, Box box, List<Element> children) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put("style", box.style());
    Element element = Element.of(id(), tag, all, children).at(box);
    drawn.add(element);
    bottom = Math.max(bottom, box.bottom());
    return element;
  }

  private Element shape(String tag, String... attributes) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int index = 0; index < attributes.length; index += 2) {
      named.put(attributes[index], attributes[index + 1]);
    }
    return Element.of(id(), tag, named, List.of());
  }

  private int id() {
    return ++ids;
  }
}
