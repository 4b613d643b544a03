package dev.tenrec.lake;

import static dev.tenrec.lake.LakeColumn.Type.BOOLEAN;
import static dev.tenrec.lake.LakeColumn.Type.INT;
import static dev.tenrec.lake.LakeColumn.Type.LONG;
import static dev.tenrec.lake.LakeColumn.Type.STRING;
import static dev.tenrec.lake.LakeColumn.Type.STRINGS;
import static dev.tenrec.lake.LakeColumn.Type.TIMESTAMP;
import static dev.tenrec.lake.LakeColumn.key;
import static dev.tenrec.lake.LakeColumn.optional;
import static dev.tenrec.lake.LakeColumn.required;

import dev.tenrec.lake.LakeTable.Duplicates.HighestVersionHolds;
import dev.tenrec.lake.LakeTable.Duplicates.NeverEnter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns, keys and orders of the lake's tables. */
final class TableDefinitions {
  private TableDefinitions() {}

  static LakeTable events() {
    List<LakeColumn> columns = new ArrayList<>();
    columns.add(key("project_id", LONG));
    columns.add(key("uuid", STRING));
    columns.add(key("event", STRING));
    columns.add(key("distinct_id", STRING));
    columns.add(key("person_id", STRING));
    columns.add(key("timestamp", TIMESTAMP));
    columns.add(key("created_at", TIMESTAMP));
    columns.add(required("person_mode", STRING));
    columns.add(required("elements_chain", STRING));
    for (PromotedProperty promoted : PromotedProperty.all()) {
      boolean bounded = promoted.column().equals("session_id");
      columns.add(new LakeColumn(promoted.column(), STRING, false, bounded));
    }
    columns.add(required("properties", STRING));
    columns.add(required("person_properties", STRING));
    return new LakeTable(
        "events",
        columns,
        Optional.of("timestamp"),
        List.of("project_id", "uuid"),
        new NeverEnter(),
        List.of("project_id", "event", "person_id", "timestamp"));
  }

  static LakeTable personVersions() {
    return new LakeTable(
        "person_versions",
        List.of(
            key("project_id", LONG),
            key("person_id", STRING),
            required("version", LONG),
            required("distinct_ids", STRINGS),
            required("properties", STRING),
            required("identified", BOOLEAN),
            required("deleted", BOOLEAN),
            required("created_at", TIMESTAMP),
            key("updated_at", TIMESTAMP)),
        Optional.empty(),
        List.of("project_id", "person_id"),
        new HighestVersionHolds("version"),
        List.of("project_id", "person_id"));
  }

  static LakeTable personOverrides() {
    return new LakeTable(
        "person_overrides",
        List.of(
            key("project_id", LONG),
            key("old_person_id", STRING),
            required("person_id", STRING),
            required("version", LONG),
            key("merged_at", TIMESTAMP)),
        Optional.empty(),
        List.of("project_id", "old_person_id"),
        new HighestVersionHolds("version"),
        List.of("project_id", "old_person_id"));
  }

  static LakeTable groups() {
    return new LakeTable(
        "groups",
        List.of(
            key("project_id", LONG),
            key("type_index", INT),
            required("type", STRING),
            key("key", STRING),
            required("version", LONG),
            required("properties", STRING),
            required("created_at", TIMESTAMP),
            key("updated_at", TIMESTAMP)),
        Optional.empty(),
        List.of("project_id", "type_index", "key"),
        new HighestVersionHolds("version"),
        List.of("project_id", "type_index", "key"));
  }

  static LakeTable exceptions() {
    return new LakeTable(
        "exceptions",
        List.of(
            key("project_id", LONG),
            key("uuid", STRING),
            key("timestamp", TIMESTAMP),
            required("created_at", TIMESTAMP),
            key("issue_id", STRING),
            key("fingerprint", STRING),
            required("type", STRING),
            required("value", STRING),
            required("types", STRINGS),
            required("values", STRINGS),
            required("sources", STRINGS),
            required("functions", STRINGS),
            optional("function", STRING),
            optional("source", STRING),
            required("handled", BOOLEAN),
            optional("level", STRING),
            optional("release", STRING),
            required("distinct_id", STRING),
            required("person_id", STRING),
            optional("session_id", STRING),
            optional("window_id", STRING),
            optional("lib", STRING),
            optional("lib_version", STRING),
            optional("current_url", STRING),
            optional("browser", STRING),
            optional("os", STRING),
            required("ingest_errors", STRINGS),
            required("exception_list", STRING)),
        Optional.of("timestamp"),
        List.of("project_id", "uuid"),
        new NeverEnter(),
        List.of("project_id", "issue_id", "timestamp"));
  }

  static LakeTable issueOverrides() {
    return new LakeTable(
        "issue_overrides",
        List.of(
            key("project_id", LONG),
            key("fingerprint", STRING),
            required("issue_id", STRING),
            required("version", LONG),
            key("moved_at", TIMESTAMP)),
        Optional.empty(),
        List.of("project_id", "fingerprint"),
        new HighestVersionHolds("version"),
        List.of("project_id", "fingerprint"));
  }

  static LakeTable sessionReplayEvents() {
    return new LakeTable(
        "session_replay_events",
        List.of(
            key("project_id", LONG),
            key("session_id", STRING),
            required("version", LONG),
            required("deleted", BOOLEAN),
            required("distinct_id", STRING),
            key("start_time", TIMESTAMP),
            required("end_time", TIMESTAMP),
            optional("first_url", STRING),
            required("all_urls", STRINGS),
            required("click_count", LONG),
            required("keypress_count", LONG),
            required("mouse_activity_count", LONG),
            required("active_milliseconds", LONG),
            required("console_log_count", LONG),
            required("console_warn_count", LONG),
            required("console_error_count", LONG),
            required("size", LONG),
            required("event_count", LONG),
            required("message_count", LONG),
            required("snapshot_source", STRING),
            required("snapshot_library", STRING),
            required("retention_period_days", INT),
            required("expiry_time", TIMESTAMP),
            // Of all versions of a recording the same: its versions are in one partition.
            key("received_at", TIMESTAMP),
            key("updated_at", TIMESTAMP)),
        Optional.of("received_at"),
        List.of("project_id", "session_id"),
        new HighestVersionHolds("version"),
        List.of("project_id", "session_id"));
  }

  static LakeTable rejected() {
    return new LakeTable(
        "rejected",
        List.of(
            key("project_id", LONG),
            key("uuid", STRING),
            key("received_at", TIMESTAMP),
            required("step", STRING),
            required("reason", STRING),
            required("detail", STRING),
            optional("token", STRING),
            optional("distinct_id", STRING),
            optional("event", STRING),
            required("body", STRING)),
        Optional.of("received_at"),
        List.of("project_id", "uuid"),
        new NeverEnter(),
        List.of("project_id", "received_at"));
  }
}
