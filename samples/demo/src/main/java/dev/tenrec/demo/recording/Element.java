package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of a page, or a text in one, as rrweb writes it down.
 *
 * @param id the recorder's number for it
 * @param tag empty for a text
 * @param text empty for an element
 */
record Element(
    int id,
    String tag,
    Map<String, String> attributes,
    String text,
    Box box,
    List<Element> children) {
  private static final Box NOWHERE = new Box(0, 0, 0, 0);
  private static final int ELEMENT = 2;
  private static final int TEXT = 3;
  private static final Set<String> DRAWN = Set.of("svg", "rect", "ellipse", "path", "circle");

  Element {
    children = List.copyOf(children);
  }

  static Element text(int id, String text) {
    return new Element(id, "", Map.of(), text, NOWHERE, List.of());
  }

  static Element of(int id, String tag, Map<String, String> attributes, List<Element> children) {
    return new Element(id, tag, attributes, "", NOWHERE, children);
  }

  Element at(Box place) {
    return new Element(id, tag, attributes, text, place, children);
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (tag.isEmpty()) {
      return node.put("type", TEXT).put("textContent", text).put("id", id);
    }
    node.put("type", ELEMENT).put("tagName", tag);
    ObjectNode written = node.putObject("attributes");
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(attribute -> written.put(attribute.getKey(), attribute.getValue()));
    ArrayNode within = node.putArray("childNodes");
    children.forEach(child -> within.add(child.json()));
    if (DRAWN.contains(tag)) {
      node.put("isSVG", true);
    }
    return node.put("id", id);
  }
}
