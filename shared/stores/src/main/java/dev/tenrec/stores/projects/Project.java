package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.stores.table.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A project: what data, definitions and queries belong to.
 *
 * @param id 1 or more
 * @param name what people call it, 1 to 200 characters
 * @param token the public key SDKs send, {@code phc_...}
 * @param timezone what days mean in its insights
 * @param anonymizeIps whether client addresses are left out of events
 * @param createdAt when it was made
 * @param testAccountFilters property filters, a list, that leave the project's own people out of
 *     insights
 * @param version counts its changes, from 1
 * @param recordings what SDKs record of its sessions
 * @param capturesExceptions whether browsers report exceptions that nobody caught
 */
public record Project(
    long id,
    String name,
    String token,
    ZoneId timezone,
    boolean anonymizeIps,
    Instant createdAt,
    JsonNode testAccountFilters,
    long version,
    RecordingSettings recordings,
    boolean capturesExceptions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Project {
    requireNonNull(timezone, "timezone is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(recordings, "recordings is null");
    if (!testAccountFilters.isArray()) {
      throw new IllegalArgumentException(
          "testAccountFilters is " + testAccountFilters + ": it must be a list");
    }
    if (id < 1) {
      throw new IllegalArgumentException("id is " + id + ": project ids begin at 1");
    }
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException(
          "name has " + name.length() + " characters: a project's name has 1 to 200");
    }
    if (!token.startsWith("phc_")) {
      throw new IllegalArgumentException("token is " + token + ": it must begin with phc_");
    }
  }

  /**
   * A project without filters of test accounts, whose sessions are not recorded and whose browsers
   * report no exceptions.
   */
  public Project(
      long id,
      String name,
      String token,
      ZoneId timezone,
      boolean anonymizeIps,
      Instant createdAt,
      long version) {
    this(
        id,
        name,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        JSON.createArrayNode(),
        version,
        RecordingSettings.OFF,
        false);
  }

  public Project withName(String changed) {
    return new Project(
        id,
        changed,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        version,
        recordings,
        capturesExceptions);
  }

  public Project withToken(String changed) {
    return new Project(
        id,
        name,
        changed,
        timezone,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        version,
        recordings,
        capturesExceptions);
  }

  public Project withTimezone(ZoneId changed) {
    return new Project(
        id,
        name,
        token,
        changed,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        version,
        recordings,
        capturesExceptions);
  }

  public Project withAnonymizeIps(boolean changed) {
    return new Project(
        id,
        name,
        token,
        timezone,
        changed,
        createdAt,
        testAccountFilters,
        version,
        recordings,
        capturesExceptions);
  }

  public Project withTestAccountFilters(JsonNode changed) {
    return new Project(
        id,
        name,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        changed,
        version,
        recordings,
        capturesExceptions);
  }

  public Project withRecordings(RecordingSettings changed) {
    return new Project(
        id,
        name,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        version,
        changed,
        capturesExceptions);
  }

  public Project withCapturesExceptions(boolean changed) {
    return new Project(
        id,
        name,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        version,
        recordings,
        changed);
  }

  Project withVersion(long changed) {
    return new Project(
        id,
        name,
        token,
        timezone,
        anonymizeIps,
        createdAt,
        testAccountFilters,
        changed,
        recordings,
        capturesExceptions);
  }

  Item item() {
    Item item =
        Item.at(Projects.PARTITION, sortKey(id))
            .with("id", id)
            .with("name", name)
            .with("token", token)
            .with("timezone", timezone.getId())
            .with("anonymize_ips", anonymizeIps)
            .with("created_at", createdAt)
            .with("test_account_filters", testAccountFilters.toString())
            .with("version", version)
            .with("captures_exceptions", capturesExceptions);
    return recordings.onto(item);
  }

  static Project from(Item item) {
    return new Project(
        item.number("id"),
        item.text("name"),
        item.text("token"),
        zone(item.text("timezone")),
        item.flag("anonymize_ips"),
        item.instant("created_at"),
        filters(item),
        item.number("version"),
        RecordingSettings.from(item),
        item.optionalFlag("captures_exceptions").orElse(false));
  }

  static String sortKey(long id) {
    return "project#%012d".formatted(id);
  }

  // Projects from before there were such filters have none.
  private static JsonNode filters(Item item) {
    try {
      return JSON.readTree(item.optionalText("test_account_filters").orElse("[]"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("Stored test account filters are no JSON", broken);
    }
  }

  // A zone that this JVM's tables no longer know must not make the project unreadable.
  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return ZoneId.of("UTC");
    }
  }
}
