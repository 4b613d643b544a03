package dev.tenrec.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.iceberg.types.Types;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Writes the values of one column. */
abstract class Cell {
  private final Types.NestedField field;
  final ColumnWriter writer;
  final int present;

  private Cell(Types.NestedField field, ColumnWriter writer) {
    this.field = field;
    this.writer = writer;
    this.present = field.isOptional() ? 1 : 0;
  }

  static Cell of(Types.NestedField field, MessageType message, ColumnWriteStore store) {
    ColumnDescriptor column =
        message.getColumns().stream()
            .filter(it -> it.getPath()[0].equals(field.name()))
            .findFirst()
            .orElseThrow();
    ColumnWriter writer = store.getColumnWriter(column);
    return switch (field.type().typeId()) {
      case STRING -> new Text(field, writer);
      case LONG, TIMESTAMP -> new Long64(field, writer);
      case INTEGER -> new Int32(field, writer);
      case BOOLEAN -> new Bool(field, writer);
      case LIST -> new Texts(field, writer);
      default -> throw new IllegalArgumentException("column " + field + " cannot be written");
    };
  }

  /** Fails, naming the column, when the value does not fit. */
  final void check(Object value) {
    if (value == null ? field.isRequired() : !fits(value)) {
      throw new IllegalArgumentException(
          "column "
              + field.name()
              + " is a "
              + (field.isRequired() ? "required " : "")
              + field.type()
              + " and cannot hold "
              + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
    }
  }

  final void write(Object value) {
    if (value == null) {
      writer.writeNull(0, 0);
    } else {
      writePresent(value);
    }
  }

  abstract boolean fits(Object value);

  abstract void writePresent(Object value);

  // A lone surrogate, which UTF-8 cannot hold, becomes a question mark.
  private static Binary binary(Object value) {
    return Binary.fromConstantByteArray(
        value instanceof byte[] utf8 ? utf8 : ((String) value).getBytes(UTF_8));
  }

  private static final class Text extends Cell {
    Text(Types.NestedField field, ColumnWriter writer) {
      super(field, writer);
    }

    @Override
    boolean fits(Object value) {
      return value instanceof String || value instanceof byte[];
    }

    @Override
    void writePresent(Object value) {
      writer.write(binary(value), 0, present);
    }
  }

  private static final class Long64 extends Cell {
    Long64(Types.NestedField field, ColumnWriter writer) {
      super(field, writer);
    }

    @Override
    boolean fits(Object value) {
      return value instanceof Long;
    }

    @Override
    void writePresent(Object value) {
      writer.write((long) value, 0, present);
    }
  }

  private static final class Int32 extends Cell {
    Int32(Types.NestedField field, ColumnWriter writer) {
      super(field, writer);
    }

    @Override
    boolean fits(Object value) {
      return value instanceof Integer;
    }

    @Override
    void writePresent(Object value) {
      writer.write((int) value, 0, present);
    }
  }

  private static final class Bool extends Cell {
    Bool(Types.NestedField field, ColumnWriter writer) {
      super(field, writer);
    }

    @Override
    boolean fits(Object value) {
      return value instanceof Boolean;
    }

    @Override
    void writePresent(Object value) {
      writer.write((boolean) value, 0, present);
    }
  }

  private static final class Texts extends Cell {
    Texts(Types.NestedField field, ColumnWriter writer) {
      super(field, writer);
    }

    @Override
    boolean fits(Object value) {
      return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    @Override
    void writePresent(Object value) {
      List<?> texts = (List<?>) value;
      if (texts.isEmpty()) {
        writer.writeNull(0, present);
      }
      for (int i = 0; i < texts.size(); i++) {
        writer.write(binary(texts.get(i)), i == 0 ? 0 : 1, present + 1);
      }
    }
  }
}
