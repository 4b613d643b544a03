package dev.tenrec.lake.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.types.Types;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file that is read: its metrics, some of its columns, or its rows. Only the bytes of the
 * columns asked for are fetched.
 */
public final class RowFile implements AutoCloseable {
  private final String location;
  private final ParquetFileReader reader;

  private RowFile(String location, ParquetFileReader reader) {
    this.location = location;
    this.reader = reader;
  }

  /** Opens a file and reads its footer. */
  public static RowFile open(InputFile file) {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new Zstd())
            .withUseHadoopVectoredIo(false)
            .build();
    try {
      return new RowFile(file.location(), new ParquetFileReader(new IcebergInput(file), options));
    } catch (IOException e) {
      throw unreadable(file.location(), e);
    }
  }

  /** The metrics of the file for a table. */
  public Metrics metrics(Schema schema, MetricsConfig config) {
    return FooterMetrics.of(footer(), schema, config);
  }

  /** How many rows there are. */
  public long rows() {
    return reader.getRecordCount();
  }

  /**
   * Reads a long and a text of every row; both columns must be there and never null.
   *
   * @param visitor is called once for each row, in order
   */
  public void longsAndTexts(String longs, String texts, LongAndText visitor) {
    MessageType projection = projection(List.of(longs, texts));
    ColumnDescriptor longColumn = projection.getColumnDescription(new String[] {longs});
    ColumnDescriptor textColumn = projection.getColumnDescription(new String[] {texts});
    eachGroup(
        projection,
        (store, rows) -> {
          ColumnReader longReader = store.getColumnReader(longColumn);
          ColumnReader textReader = store.getColumnReader(textColumn);
          for (long row = 0; row < rows; row++) {
            visitor.visit(longReader.getLong(), textReader.getBinary().getBytesUnsafe());
            longReader.consume();
            textReader.consume();
          }
        });
  }

  /** Reads the longs of a column that is never null, such as a timestamp's microseconds. */
  public void longs(String column, LongConsumer visitor) {
    MessageType projection = projection(List.of(column));
    ColumnDescriptor descriptor = projection.getColumns().getFirst();
    eachGroup(
        projection,
        (store, rows) -> {
          ColumnReader values = store.getColumnReader(descriptor);
          for (long row = 0; row < rows; row++) {
            visitor.accept(values.getLong());
            values.consume();
          }
        });
  }

  /** Reads every row, with null for the columns of the schema that the file lacks. */
  public void rows(Schema schema, Consumer<Object[]> visitor) {
    List<String> names = schema.columns().stream().map(Types.NestedField::name).toList();
    MessageType projection = projection(names);
    eachGroup(
        projection,
        (store, rows) -> {
          List<Optional<CellReader>> cells = new ArrayList<>();
          for (Types.NestedField field : schema.columns()) {
            cells.add(CellReader.of(field, projection, store));
          }
          for (long row = 0; row < rows; row++) {
            Object[] values = new Object[cells.size()];
            for (int i = 0; i < values.length; i++) {
              values[i] = cells.get(i).isPresent() ? cells.get(i).get().next() : null;
            }
            visitor.accept(values);
          }
        });
  }

  private MessageType projection(List<String> names) {
    MessageType whole = footer().getFileMetaData().getSchema();
    return new MessageType(
        whole.getName(),
        whole.getFields().stream().filter(field -> names.contains(field.getName())).toList());
  }

  private void eachGroup(MessageType projection, GroupVisitor visitor) {
    try {
      reader.setRequestedSchema(projection);
      for (int group = 0; group < reader.getRowGroups().size(); group++) {
        try (PageReadStore pages = reader.readRowGroup(group)) {
          visitor.visit(
              new ColumnReadStoreImpl(
                  pages,
                  new NoConversion(projection),
                  projection,
                  footer().getFileMetaData().getCreatedBy()),
              pages.getRowCount());
        }
      }
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  private ParquetMetadata footer() {
    return reader.getFooter();
  }

  private static UncheckedIOException unreadable(String location, IOException e) {
    return new UncheckedIOException("could not read " + location, e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /** Takes a row's two values; the bytes are valid only during the call. */
  @FunctionalInterface
  public interface LongAndText {
    /** Takes one row. */
    void visit(long number, byte[] utf8);
  }

  @FunctionalInterface
  private interface GroupVisitor {
    void visit(ColumnReadStoreImpl store, long rows) throws IOException;
  }
}
