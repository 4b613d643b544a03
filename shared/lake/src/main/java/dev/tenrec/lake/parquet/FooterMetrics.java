package dev.tenrec.lake.parquet;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.UnicodeUtil;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;

/**
 * A file's metrics as its footer tells them: sizes, counts and, where the table's settings ask for
 * them, bounds. A bound that the footer does not have for every row group is left out.
 */
public final class FooterMetrics {
  private final Schema schema;
  private final MetricsConfig config;
  private final Map<Integer, Long> sizes = new HashMap<>();
  private final Map<Integer, Long> values = new HashMap<>();
  private final Map<Integer, Long> nulls = new HashMap<>();
  private final Map<Integer, ByteBuffer> lower = new HashMap<>();
  private final Map<Integer, ByteBuffer> upper = new HashMap<>();

  private FooterMetrics(Schema schema, MetricsConfig config) {
    this.schema = schema;
    this.config = config;
  }

  /** The metrics of a file with this footer. Columns are matched by name. */
  public static Metrics of(ParquetMetadata footer, Schema schema, MetricsConfig config) {
    FooterMetrics metrics = new FooterMetrics(schema, config);
    for (Types.NestedField field : schema.columns()) {
      MetricsModes.MetricsMode mode = config.columnMode(field.name());
      if (mode != MetricsModes.None.get()) {
        metrics.add(footer, field, mode);
      }
    }
    long rows = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    return new Metrics(
        rows, metrics.sizes, metrics.values, metrics.nulls, Map.of(), metrics.lower, metrics.upper);
  }

  private void add(ParquetMetadata footer, Types.NestedField field, MetricsModes.MetricsMode mode) {
    Bounds bounds = new Bounds(field.type());
    long size = 0;
    long count = 0;
    long nullCount = 0;
    boolean found = false;
    for (BlockMetaData block : footer.getBlocks()) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        if (chunk.getPath().toArray()[0].equals(field.name())) {
          found = true;
          size += chunk.getTotalSize();
          count += chunk.getValueCount();
          nullCount = add(nullCount, chunk.getStatistics());
          bounds.add(chunk);
        }
      }
    }
    if (!found) {
      return;
    }
    sizes.put(field.fieldId(), size);
    if (field.type().isPrimitiveType()) {
      values.put(field.fieldId(), count);
      if (nullCount >= 0) {
        nulls.put(field.fieldId(), nullCount);
      }
      if (mode != MetricsModes.Counts.get()) {
        bounds.lower(mode).ifPresent(bound -> lower.put(field.fieldId(), bound));
        bounds.upper(mode).ifPresent(bound -> upper.put(field.fieldId(), bound));
      }
    }
  }

  private static long add(long nullCount, Statistics<?> statistics) {
    if (nullCount < 0 || statistics == null || !statistics.isNumNullsSet()) {
      return -1;
    }
    return nullCount + statistics.getNumNulls();
  }

  private static final class Bounds {
    private final Type type;
    private Object least;
    private Object greatest;
    private boolean known = true;

    Bounds(Type type) {
      this.type = type;
    }

    void add(ColumnChunkMetaData chunk) {
      Statistics<?> statistics = chunk.getStatistics();
      if (!type.isPrimitiveType() || statistics == null || statistics.isEmpty()) {
        known = false;
        return;
      }
      if (!statistics.hasNonNullValue()) {
        known &= statistics.isNumNullsSet() && statistics.getNumNulls() == chunk.getValueCount();
        return;
      }
      Comparator<Object> order = Comparators.forType(type.asPrimitiveType());
      Object min = value(statistics.genericGetMin());
      Object max = value(statistics.genericGetMax());
      least = least == null || order.compare(min, least) < 0 ? min : least;
      greatest = greatest == null || order.compare(max, greatest) > 0 ? max : greatest;
    }

    private static Object value(Comparable<?> statistic) {
      return statistic instanceof Binary binary ? binary.toStringUsingUTF8() : statistic;
    }

    Optional<ByteBuffer> lower(MetricsModes.MetricsMode mode) {
      return bytes(cut(least, mode, true));
    }

    Optional<ByteBuffer> upper(MetricsModes.MetricsMode mode) {
      return bytes(cut(greatest, mode, false));
    }

    private static Object cut(Object bound, MetricsModes.MetricsMode mode, boolean down) {
      OptionalInt length =
          mode instanceof MetricsModes.Truncate truncate
              ? OptionalInt.of(truncate.length())
              : OptionalInt.empty();
      if (!(bound instanceof String text) || length.isEmpty()) {
        return bound;
      }
      return down
          ? UnicodeUtil.truncateStringMin(text, length.getAsInt())
          : UnicodeUtil.truncateStringMax(text, length.getAsInt());
    }

    private Optional<ByteBuffer> bytes(Object bound) {
      return known && bound != null
          ? Optional.of(Conversions.toByteBuffer(type, bound))
          : Optional.empty();
    }
  }
}
