package dev.tenrec.query.engine.duckdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.hogql.plan.Plan;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reads rows as JSON values. Numbers that JSON does not know are null. */
final class ResultReader {
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
  private static final DateTimeFormatter FRACTION =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final int PER_VALUE = 60;

  private final Plan plan;
  private final EngineSettings settings;

  ResultReader(Plan plan, EngineSettings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  List<List<JsonNode>> read(Rows results) throws SQLException {
    List<List<JsonNode>> rows = new ArrayList<>();
    int width = plan.columns().size();
    long bytes = 0;
    while (results.next()) {
      List<JsonNode> row = new ArrayList<>(width);
      for (int index = 0; index < width; index++) {
        JsonNode value = value(results.value(index), plan.columns().get(index).type());
        bytes += size(value);
        row.add(value);
      }
      rows.add(row);
      if (bytes > settings.answerBytes()) {
        throw Failures.tooLarge(settings, null);
      }
    }
    return rows;
  }

  private static long size(JsonNode value) {
    long size = (long) PER_VALUE + (value.isTextual() ? value.textValue().length() : 0);
    for (JsonNode element : value) {
      size += size(element);
    }
    return size;
  }

  private JsonNode value(Object value, Type type) throws SQLException {
    if (value == null) {
      return NullNode.instance;
    }
    return switch (type) {
      case Type.ArrayOf(Type element) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object one : (Object[]) ((Array) value).getArray()) {
          array.add(value(one, element));
        }
        yield array;
      }
      case Type.TupleOf(List<Type> elements) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Object[] attributes = ((Struct) value).getAttributes();
        for (int index = 0; index < attributes.length; index++) {
          array.add(value(attributes[index], elements.get(index)));
        }
        yield array;
      }
      case Scalar scalar -> scalar(value, scalar);
    };
  }

  private JsonNode scalar(Object value, Scalar type) {
    return switch (type) {
      case INTEGER -> LongNode.valueOf(((Number) value).longValue());
      case FLOAT -> {
        double number = ((Number) value).doubleValue();
        yield Double.isFinite(number) ? DoubleNode.valueOf(number) : NullNode.instance;
      }
      case BOOLEAN -> BooleanNode.valueOf((Boolean) value);
      case DATETIME -> TextNode.valueOf(moment(utc(value), plan.zone()));
      case LOCAL -> TextNode.valueOf(CLOCK.format(utc(value)));
      case STRING, UUID, JSON, DATE, INTERVAL, NOTHING -> TextNode.valueOf(value.toString());
    };
  }

  private static LocalDateTime utc(Object value) {
    return switch (value) {
      case LocalDateTime local -> local;
      case Timestamp timestamp -> timestamp.toLocalDateTime();
      case OffsetDateTime offset -> offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      default -> throw new IllegalStateException("No time: " + value.getClass());
    };
  }

  /** A point in time as ISO 8601, with the offset of the zone, or Z. */
  static String moment(LocalDateTime utc, ZoneId zone) {
    ZonedDateTime local = utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
    return (local.getNano() == 0 ? WHOLE : FRACTION).format(local);
  }
}
