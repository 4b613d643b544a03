package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes records as the event that Lambda makes of them. */
final class KinesisEvents {
  private static final JsonFactory JSON = new JsonFactory();

  private final String streamArn;
  private final String region;
  private final String shard;

  KinesisEvents(String streamArn, String shard) {
    this.streamArn = streamArn;
    this.region = streamArn.split(":", -1)[3];
    this.shard = shard;
  }

  byte[] event(List<SourceRecord> records) {
    int size = records.stream().mapToInt(SourceRecord::size).sum();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      for (SourceRecord record : records) {
        json.writeStartObject();
        json.writeObjectFieldStart("kinesis");
        json.writeStringField("kinesisSchemaVersion", "1.0");
        json.writeStringField("partitionKey", record.partitionKey());
        json.writeStringField("sequenceNumber", record.sequenceNumber());
        json.writeStringField("data", record.data());
        json.writeNumberField("approximateArrivalTimestamp", seconds(record));
        json.writeEndObject();
        json.writeStringField("eventSource", "aws:kinesis");
        json.writeStringField("eventVersion", "1.0");
        json.writeStringField("eventID", shard + ":" + record.sequenceNumber());
        json.writeStringField("eventName", "aws:kinesis:record");
        json.writeStringField("invokeIdentityArn", "arn:aws:iam::000000000000:role/local");
        json.writeStringField("awsRegion", region);
        json.writeStringField("eventSourceARN", streamArn);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What a filter may ask about a record besides its content. */
  ObjectNode metadata(SourceRecord record) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("kinesisSchemaVersion", "1.0");
    metadata.put("partitionKey", record.partitionKey());
    metadata.put("sequenceNumber", record.sequenceNumber());
    metadata.put("approximateArrivalTimestamp", seconds(record));
    metadata.put("eventSource", "aws:kinesis");
    metadata.put("eventSourceARN", streamArn);
    return metadata;
  }

  private static BigDecimal seconds(SourceRecord record) {
    return BigDecimal.valueOf(record.arrival().toEpochMilli(), 3);
  }
}
