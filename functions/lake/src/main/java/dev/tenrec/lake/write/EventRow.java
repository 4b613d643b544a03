package dev.tenrec.lake.write;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.PromotedProperty;
import java.util.Locale;
import java.util.Map;

/** An event as a row of the events table: promoted text properties in columns, the rest as JSON. */
final class EventRow {
  private static final int WIDTH = LakeTable.EVENTS.columns().size();
  private static final int PROPERTIES = LakeTable.EVENTS.indexOf("properties");
  private static final int PERSON_PROPERTIES = LakeTable.EVENTS.indexOf("person_properties");

  private static final Map<String, Integer> PROMOTED =
      PromotedProperty.all().stream()
          .collect(
              toUnmodifiableMap(
                  PromotedProperty::property,
                  promoted -> LakeTable.EVENTS.indexOf(promoted.column())));

  private EventRow() {}

  static Object[] of(long project, ProcessedEvent event) {
    Object[] row = new Object[WIDTH];
    Object[] first = {
      project,
      event.uuid().toString(),
      event.event(),
      event.distinctId(),
      event.personId().toString(),
      Micros.of(event.timestamp()),
      Micros.of(event.createdAt()),
      event.personMode().name().toLowerCase(Locale.ROOT),
      event.elementsChain()
    };
    System.arraycopy(first, 0, row, 0, first.length);
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : event.properties().properties()) {
      Integer column = property.getValue().isTextual() ? PROMOTED.get(property.getKey()) : null;
      if (column == null) {
        rest.set(property.getKey(), property.getValue());
      } else {
        row[column] = property.getValue().textValue();
      }
    }
    row[PROPERTIES] = ExactJson.writeBytes(rest);
    row[PERSON_PROPERTIES] = ExactJson.writeBytes(event.personProperties());
    return row;
  }
}
