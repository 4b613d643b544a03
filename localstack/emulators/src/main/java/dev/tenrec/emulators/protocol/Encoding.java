package dev.tenrec.emulators.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.math.BigDecimal;
import java.time.Instant;

/** The two encodings of one tree; they differ in moments: JSON has seconds, CBOR milliseconds. */
public enum Encoding {
  JSON("application/x-amz-json-1.1", JsonMapper.builder().build()) {
    @Override
    public ValueNode moment(Instant moment) {
      return DecimalNode.valueOf(BigDecimal.valueOf(moment.toEpochMilli(), 3));
    }

    @Override
    public Instant moment(BigDecimal value) {
      return Instant.ofEpochMilli(value.movePointRight(3).longValue());
    }
  },
  CBOR("application/x-amz-cbor-1.1", CBORMapper.builder().build()) {
    @Override
    public ValueNode moment(Instant moment) {
      return LongNode.valueOf(moment.toEpochMilli());
    }

    @Override
    public Instant moment(BigDecimal value) {
      return Instant.ofEpochMilli(value.longValue());
    }
  };

  final String contentType;
  final ObjectMapper mapper;

  Encoding(String contentType, ObjectMapper mapper) {
    this.contentType = contentType;
    this.mapper = mapper;
  }

  /** The node for {@code moment}, of milliseconds. */
  public abstract ValueNode moment(Instant moment);

  /** The moment that a number means. */
  public abstract Instant moment(BigDecimal value);

  static Encoding of(String contentType) {
    return contentType.startsWith(CBOR.contentType) ? CBOR : JSON;
  }
}
