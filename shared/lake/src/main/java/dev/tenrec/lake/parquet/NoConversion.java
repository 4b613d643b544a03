package dev.tenrec.lake.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;

/** The converters parquet-java asks for, though values are taken from the columns directly. */
final class NoConversion extends GroupConverter {
  private static final PrimitiveConverter LEAF = new PrimitiveConverter() {};

  private final GroupType group;

  NoConversion(GroupType group) {
    this.group = group;
  }

  @Override
  public Converter getConverter(int field) {
    return group.getType(field).isPrimitive()
        ? LEAF
        : new NoConversion(group.getType(field).asGroupType());
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
