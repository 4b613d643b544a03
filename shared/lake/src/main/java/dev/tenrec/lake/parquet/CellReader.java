package dev.tenrec.lake.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type.Repetition;

/** Reads the values of one column, row by row. */
final class CellReader {
  private final Type type;
  private final ColumnReader reader;

  /** The definition level from which on there is a value, or a list. */
  private final int present;

  private CellReader(Type type, ColumnReader reader, int present) {
    this.type = type;
    this.reader = reader;
    this.present = present;
  }

  /** A reader of the field, empty when the file lacks it. */
  static Optional<CellReader> of(
      Types.NestedField field, MessageType projection, ColumnReadStoreImpl store) {
    if (!projection.containsField(field.name())) {
      return Optional.empty();
    }
    ColumnDescriptor column =
        projection.getColumns().stream()
            .filter(it -> it.getPath()[0].equals(field.name()))
            .findFirst()
            .orElseThrow();
    boolean optional = projection.getType(field.name()).isRepetition(Repetition.OPTIONAL);
    return Optional.of(
        new CellReader(field.type(), store.getColumnReader(column), optional ? 1 : 0));
  }

  /** The next row's value, null when there is none. */
  Object next() {
    if (type.isListType()) {
      return texts();
    }
    Object value = reader.getCurrentDefinitionLevel() == present ? value() : null;
    reader.consume();
    return value;
  }

  private Object value() {
    return switch (type.typeId()) {
      case STRING -> reader.getBinary().getBytes();
      case LONG, TIMESTAMP -> reader.getLong();
      case INTEGER -> reader.getInteger();
      case BOOLEAN -> reader.getBoolean();
      default -> throw new IllegalArgumentException("a column of " + type + " cannot be read");
    };
  }

  // The repetition level says when the next row begins.
  private Object texts() {
    boolean none = reader.getCurrentDefinitionLevel() < present;
    List<String> texts = new ArrayList<>();
    do {
      if (reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel()) {
        texts.add(reader.getBinary().toStringUsingUTF8());
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return none ? null : texts;
  }
}
