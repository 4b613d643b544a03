package dev.tenrec.query.engine.columns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Where the columns of a Parquet file are, by the name of the column; of a nested column that is
 * the name of its outermost field.
 */
record ColumnChunks(Map<String, List<ByteRange>> byColumn) {
  /** The length of the footer and the magic bytes, which end every file. */
  static final int TRAILER = 8;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  ColumnChunks {
    byColumn = Map.copyOf(byColumn);
  }

  /**
   * How many bytes at the end of the file hold its footer, with the trailer.
   *
   * @param end the last bytes of the file, the trailer at least
   */
  static long footerLength(byte[] end, String location) throws IOException {
    int magicAt = end.length - MAGIC.length;
    if (!Arrays.equals(end, magicAt, end.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(location + " is no Parquet file: it does not end with PAR1");
    }
    return TRAILER
        + Integer.toUnsignedLong(
            ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - TRAILER));
  }

  /** Reads the footer that ends with the last byte of {@code end}. */
  static ColumnChunks parse(byte[] end, String location) throws IOException {
    int length = Math.toIntExact(footerLength(end, location));
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(end, end.length - length, length - TRAILER));
    Map<String, List<ByteRange>> byColumn = new HashMap<>();
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        List<ByteRange> ranges =
            byColumn.computeIfAbsent(
                column.getPath_in_schema().getFirst(), name -> new ArrayList<>());
        addPages(column, ranges);
        addBloomFilter(column, ranges);
      }
    }
    return new ColumnChunks(byColumn);
  }

  private static void addPages(ColumnMetaData column, List<ByteRange> ranges) {
    long start = column.getData_page_offset();
    // Some writers say 0 for a column without a dictionary.
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      start = Math.min(start, column.getDictionary_page_offset());
    }
    if (column.getTotal_compressed_size() > 0) {
      ranges.add(new ByteRange(start, start + column.getTotal_compressed_size()));
    }
  }

  private static void addBloomFilter(ColumnMetaData column, List<ByteRange> ranges) {
    if (column.isSetBloom_filter_offset() && column.getBloom_filter_length() > 0) {
      long start = column.getBloom_filter_offset();
      ranges.add(new ByteRange(start, start + column.getBloom_filter_length()));
    }
  }

  /** Where these columns are; those that the file lacks are nowhere. */
  List<ByteRange> of(Collection<String> columns) {
    return columns.stream()
        .flatMap(column -> byColumn.getOrDefault(column, List.of()).stream())
        .toList();
  }
}
