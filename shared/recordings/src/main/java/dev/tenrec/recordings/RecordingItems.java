package dev.tenrec.recordings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenrec.stores.table.Item;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Recordings and blocks as items of the table. */
final class RecordingItems {
  static final String BLOCK = "block#";
  static final String SESSION = "session#";
  private static final String SUMMARY = "summary";
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private RecordingItems() {}

  static String partition(RecordingKey key) {
    return "recording#" + key.project() + "#" + key.session();
  }

  static String partition(long project, LocalDate day) {
    return "recordings#" + project + "#" + day;
  }

  static Item.Key key(RecordingKey key) {
    return new Item.Key(partition(key), SUMMARY);
  }

  static Item.Key key(RecordingKey key, int block) {
    return new Item.Key(partition(key), BLOCK + "%08d".formatted(block));
  }

  static Item.Key listKey(Recording recording) {
    LocalDate day = recording.listedAt().atZone(ZoneOffset.UTC).toLocalDate();
    return new Item.Key(
        partition(recording.key().project(), day), SESSION + recording.key().session());
  }

  static Item item(Recording recording) {
    return item(key(recording.key()), recording);
  }

  static Item listItem(Recording recording) {
    return item(listKey(recording), recording);
  }

  private static Item item(Item.Key key, Recording recording) {
    return new Item(key, Map.of())
        .with("version", recording.version())
        .with("blocks", recording.blocks())
        .with("listed_at", recording.listedAt())
        .with("updated_at", recording.updatedAt())
        .with("facts", json(recording.facts()))
        .with("activity", json(recording.activity()));
  }

  static Item item(DeletedRecording deleted) {
    return new Item(key(deleted.key()), Map.of())
        .with("version", deleted.version())
        .with("listed_at", deleted.listedAt())
        .with("deleted_at", deleted.deletedAt())
        .with("deleted", true);
  }

  static Item item(RecordingKey key, Block block) {
    return new Item(key(key, block.number()), Map.of())
        .with("object", block.place().object())
        .with("offset", block.place().offset())
        .with("length", block.place().length())
        .with("pieces", block.pieces())
        .with("facts", json(block.facts()))
        .with(
            "timeline",
            AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(block.timeline().bytes())));
  }

  static StoredRecording stored(RecordingKey key, Item item) {
    return item.attributes().containsKey("deleted")
        ? new DeletedRecording(
            key, item.number("version"), item.instant("listed_at"), item.instant("deleted_at"))
        : recording(key, item);
  }

  static Recording recording(RecordingKey key, Item item) {
    return new Recording(
        key,
        item.number("version"),
        Math.toIntExact(item.number("blocks")),
        item.instant("listed_at"),
        item.instant("updated_at"),
        read(item.text("facts"), Facts.class),
        read(item.text("activity"), Activity.class));
  }

  static Block block(Item item) {
    return new Block(
        Integer.parseInt(item.key().sort().substring(BLOCK.length())),
        new BlockPlace(
            item.text("object"), item.number("offset"), Math.toIntExact(item.number("length"))),
        item.texts("pieces"),
        read(item.text("facts"), Facts.class),
        Timeline.read(item.attributes().get("timeline").b().asByteArrayUnsafe()));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record could not be written", impossible);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An item holds no " + type.getSimpleName(), broken);
    }
  }
}
