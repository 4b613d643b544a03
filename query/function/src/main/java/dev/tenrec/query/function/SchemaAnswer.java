package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.tables.Field;
import dev.tenrec.query.hogql.tables.Source;
import dev.tenrec.query.hogql.tables.Tables;
import java.util.Locale;

/** Answers {@code DatabaseSchemaQuery}: the tables and their fields. */
record SchemaAnswer(ProjectReader reader) {
  ObjectNode answer() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode tables = answer.putObject("tables");
    for (String name : Tables.names()) {
      Source source = Tables.open(name, reader.context(), new Symbols()).orElseThrow();
      ObjectNode fields =
          tables
              .putObject(name)
              .put("type", "posthog")
              .put("id", name)
              .put("name", name)
              .putObject("fields");
      for (String field : source.names()) {
        fields
            .putObject(field)
            .put("name", field)
            .put("hogql_value", field)
            .put("type", type(source.field(field).orElseThrow()))
            .put("schema_valid", true);
      }
    }
    answer.putArray("joins");
    return answer;
  }

  private static String type(Field field) {
    return switch (field) {
      case Field.Plain(var value) -> value.type().label().toLowerCase(Locale.ROOT);
      case Field.Document _ -> "json";
      case Field.Group _ -> "virtual_table";
    };
  }
}
