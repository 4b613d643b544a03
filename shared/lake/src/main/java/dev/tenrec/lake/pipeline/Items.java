package dev.tenrec.lake.pipeline;

import dev.tenrec.lake.pipeline.Registration.File;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Registrations as items. */
final class Items {
  private static final String PENDING = "pending#";

  private Items() {}

  static String pendingKey(String table) {
    return PENDING + table;
  }

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", text(partition), "sk", text(sort));
  }

  static Map<String, AttributeValue> keyOf(Registration registration) {
    return key(pendingKey(registration.table()), registration.id());
  }

  static Map<String, AttributeValue> of(Registration registration) {
    Map<String, AttributeValue> item = new HashMap<>(keyOf(registration));
    item.put("registered_at", number(registration.registeredAt().toEpochMilli()));
    item.put("files", AttributeValue.fromL(registration.files().stream().map(Items::of).toList()));
    return item;
  }

  private static AttributeValue of(File file) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("location", text(file.location()));
    file.day().ifPresent(day -> map.put("day", text(day.toString())));
    map.put("size", number(file.sizeBytes()));
    map.put("records", number(file.records()));
    return AttributeValue.fromM(map);
  }

  static Registration registration(Map<String, AttributeValue> item) {
    List<File> files = item.get("files").l().stream().map(it -> file(it.m())).toList();
    return new Registration(
        item.get("sk").s(),
        item.get("pk").s().substring(PENDING.length()),
        Instant.ofEpochMilli(Long.parseLong(item.get("registered_at").n())),
        files);
  }

  private static File file(Map<String, AttributeValue> map) {
    return new File(
        map.get("location").s(),
        Optional.ofNullable(map.get("day")).map(day -> LocalDate.parse(day.s())),
        Long.parseLong(map.get("size").n()),
        Long.parseLong(map.get("records").n()));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
