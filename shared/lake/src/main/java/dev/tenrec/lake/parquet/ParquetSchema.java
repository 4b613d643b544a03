package dev.tenrec.lake.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;
import static org.apache.parquet.schema.Type.Repetition.REPEATED;
import static org.apache.parquet.schema.Type.Repetition.REQUIRED;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** The Parquet schema of an Iceberg schema, with the same names and field ids. */
final class ParquetSchema {
  private ParquetSchema() {}

  static MessageType of(Schema schema) {
    org.apache.parquet.schema.Types.MessageTypeBuilder message =
        org.apache.parquet.schema.Types.buildMessage();
    for (Types.NestedField field : schema.columns()) {
      message.addField(field(field));
    }
    return message.named("row");
  }

  private static Type field(Types.NestedField field) {
    Repetition repetition = field.isOptional() ? OPTIONAL : REQUIRED;
    int id = field.fieldId();
    String name = field.name();
    return switch (field.type().typeId()) {
      case STRING -> text(repetition).id(id).named(name);
      case LONG -> primitive(PrimitiveTypeName.INT64, repetition).id(id).named(name);
      case INTEGER -> primitive(PrimitiveTypeName.INT32, repetition).id(id).named(name);
      case BOOLEAN -> primitive(PrimitiveTypeName.BOOLEAN, repetition).id(id).named(name);
      case TIMESTAMP ->
          primitive(PrimitiveTypeName.INT64, repetition)
              .as(timestampType(false, TimeUnit.MICROS))
              .id(id)
              .named(name);
      case LIST -> texts(repetition, field.type().asListType().elementId()).id(id).named(name);
      default -> throw unsupported(field);
    };
  }

  private static org.apache.parquet.schema.Types.PrimitiveBuilder<
          org.apache.parquet.schema.PrimitiveType>
      primitive(PrimitiveTypeName type, Repetition repetition) {
    return org.apache.parquet.schema.Types.primitive(type, repetition);
  }

  private static org.apache.parquet.schema.Types.PrimitiveBuilder<
          org.apache.parquet.schema.PrimitiveType>
      text(Repetition repetition) {
    return primitive(PrimitiveTypeName.BINARY, repetition).as(stringType());
  }

  private static org.apache.parquet.schema.Types.GroupBuilder<org.apache.parquet.schema.GroupType>
      texts(Repetition repetition, int elementId) {
    return org.apache.parquet.schema.Types.buildGroup(repetition)
        .as(listType())
        .addField(
            org.apache.parquet.schema.Types.buildGroup(REPEATED)
                .addField(text(REQUIRED).id(elementId).named("element"))
                .named("list"));
  }

  private static IllegalArgumentException unsupported(Types.NestedField field) {
    return new IllegalArgumentException(
        "column "
            + field.name()
            + " has the type "
            + field.type()
            + ": Tenrec writes string, long, int, boolean, timestamp and list<string>");
  }
}
