package dev.tenrec.lake.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows to one Parquet file in memory.
 *
 * <p>A row is an array with one value for each column of the schema, in its order: {@code String}
 * or UTF-8 {@code byte[]} for a text, {@code Long}, {@code Integer}, {@code Boolean}, {@code Long}
 * microseconds for a timestamp, {@code List<String>} for a list, null for nothing. A row that does
 * not fit the schema is refused whole, before any of its values is written.
 *
 * <p>Not safe for use by several threads.
 */
public final class RowFileWriter implements AutoCloseable {
  private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

  /** Texts that hardly ever repeat: a dictionary and their bounds would only cost. */
  private static final Set<String> LONG_TEXTS =
      Set.of("properties", "person_properties", "elements_chain", "body");

  private final Schema schema;
  private final MessageType message;
  private final ParquetProperties properties;
  private final Zstd codecs = new Zstd();
  private final BytesInputCompressor compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
  private final MemoryOutput output = new MemoryOutput();
  private final ParquetFileWriter file;
  private final long rowGroupBytes;

  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private List<Cell> cells;
  private long rowsInGroup;
  private long rows;

  /** A writer of rows with this schema, whose ids become the file's field ids. */
  public RowFileWriter(Schema schema) {
    this(schema, ROW_GROUP_BYTES);
  }

  RowFileWriter(Schema schema, long rowGroupBytes) {
    this.schema = schema;
    this.rowGroupBytes = rowGroupBytes;
    this.message = ParquetSchema.of(schema);
    this.properties = properties(message);
    try {
      this.file =
          new ParquetFileWriter(
              output,
              message,
              ParquetFileWriter.Mode.CREATE,
              rowGroupBytes,
              0,
              properties.getColumnIndexTruncateLength(),
              properties.getStatisticsTruncateLength(),
              properties.getPageWriteChecksumEnabled());
      file.start();
    } catch (IOException e) {
      throw inMemory(e);
    }
    startGroup();
  }

  private static ParquetProperties properties(MessageType message) {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withAllocator(HeapByteBufferAllocator.getInstance())
            .withStatisticsTruncateLength(64)
            .withDictionaryEncoding("uuid", false)
            .withPageWriteChecksumEnabled(false);
    for (ColumnDescriptor column : message.getColumns()) {
      if (LONG_TEXTS.contains(column.getPath()[0])) {
        String path = String.join(".", column.getPath());
        builder.withDictionaryEncoding(path, false).withStatisticsEnabled(path, false);
      }
    }
    return builder.build();
  }

  private void startGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            message,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength());
    store = properties.newColumnWriteStore(message, pages);
    cells = new ArrayList<>();
    for (Types.NestedField field : schema.columns()) {
      cells.add(Cell.of(field, message, store));
    }
    rowsInGroup = 0;
  }

  /** Writes a row. */
  public void write(Object[] row) {
    if (row.length != cells.size()) {
      throw new IllegalArgumentException(
          "the row has " + row.length + " values, the schema " + cells.size() + " columns");
    }
    for (int i = 0; i < row.length; i++) {
      cells.get(i).check(row[i]);
    }
    for (int i = 0; i < row.length; i++) {
      cells.get(i).write(row[i]);
    }
    store.endRecord();
    rows++;
    rowsInGroup++;
    if (rowsInGroup % 100 == 0 && store.getBufferedSize() > rowGroupBytes) {
      endGroup();
      startGroup();
    }
  }

  private void endGroup() {
    try {
      store.flush();
      if (rowsInGroup > 0) {
        file.startBlock(rowsInGroup);
        pages.flushToFileWriter(file);
        file.endBlock();
      }
      store.close();
      pages.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** How many rows were written. */
  public long rows() {
    return rows;
  }

  /** Ends the file. The writer cannot be used afterwards. */
  public WrittenFile finish(MetricsConfig metrics) {
    endGroup();
    try {
      file.end(Map.of());
      return new WrittenFile(
          output.toByteArray(), FooterMetrics.of(file.getFooter(), schema, metrics));
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("could not write Parquet in memory", e);
  }

  @Override
  public void close() {
    compressor.release();
    codecs.release();
  }
}
