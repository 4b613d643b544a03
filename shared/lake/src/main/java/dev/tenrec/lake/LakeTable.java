package dev.tenrec.lake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The definition of one table of the lake. A new table is one more constant here and in {@link
 * #all()}; everything else (creation, writing, commit, compaction) follows from the definition.
 *
 * @param name the table's name in the catalog
 * @param columns the columns in order; {@code project_id} is the first
 * @param dayColumn the timestamp whose UTC day partitions the table; empty for a small table
 * @param key the columns that identify a row
 * @param duplicates what happens to rows with the same key
 * @param sortedBy the order of the rows in compacted files
 */
public record LakeTable(
    String name,
    List<LakeColumn> columns,
    Optional<String> dayColumn,
    List<String> key,
    Duplicates duplicates,
    List<String> sortedBy) {

  /** Events, one row each. */
  public static final LakeTable EVENTS = TableDefinitions.events();

  /** Persons, one row per change; the highest version holds. */
  public static final LakeTable PERSON_VERSIONS = TableDefinitions.personVersions();

  /** Merges of persons, keyed by the person that was merged away; the highest version holds. */
  public static final LakeTable PERSON_OVERRIDES = TableDefinitions.personOverrides();

  /** Groups, one row per change; the highest version holds. */
  public static final LakeTable GROUPS = TableDefinitions.groups();

  /** Exceptions with their issues, one row each; the same events stand in {@link #EVENTS}. */
  public static final LakeTable EXCEPTIONS = TableDefinitions.exceptions();

  /**
   * Merges and splits of issues, keyed by the fingerprint that moved; the highest version holds.
   */
  public static final LakeTable ISSUE_OVERRIDES = TableDefinitions.issueOverrides();

  /** Recordings of sessions, one row per change; the highest version holds. */
  public static final LakeTable SESSION_REPLAY_EVENTS = TableDefinitions.sessionReplayEvents();

  /** What could not be processed, kept whole with its reason. */
  public static final LakeTable REJECTED = TableDefinitions.rejected();

  private static final List<LakeTable> ALL =
      List.of(
          EVENTS,
          EXCEPTIONS,
          PERSON_VERSIONS,
          PERSON_OVERRIDES,
          GROUPS,
          ISSUE_OVERRIDES,
          SESSION_REPLAY_EVENTS,
          REJECTED);

  public LakeTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    sortedBy = List.copyOf(sortedBy);
    requireNonNull(duplicates, "duplicates is null");
    if (columns.isEmpty() || !columns.getFirst().name().equals("project_id")) {
      throw new IllegalArgumentException(
          "table " + name + " does not begin with project_id: make it the first column");
    }
    List<String> names = columns.stream().map(LakeColumn::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("table " + name + " has a column twice: " + names);
    }
    requireAll(name, names, key);
    requireAll(name, names, sortedBy);
    requireAll(name, names, dayColumn.stream().toList());
    if (duplicates instanceof Duplicates.HighestVersionHolds(String version)) {
      requireAll(name, names, List.of(version));
    }
  }

  private static void requireAll(String table, List<String> names, List<String> wanted) {
    if (!names.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "table " + table + " has no column for one of " + wanted + ": add it to the columns");
    }
  }

  /** Every table of the lake. */
  public static List<LakeTable> all() {
    return ALL;
  }

  /** The table of this name, if there is one. */
  public static Optional<LakeTable> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /**
   * The projects whose rows a project sees: its own, and of what was rejected also that of no
   * project ({@code 0}), which nobody else would find.
   */
  public List<Long> visibleTo(long project) {
    return equals(REJECTED) ? List.of(0L, project) : List.of(project);
  }

  /** The column of this name. */
  public LakeColumn column(String columnName) {
    return columns.get(indexOf(columnName));
  }

  /** The place of a column among the columns. */
  public int indexOf(String columnName) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(columnName)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + columnName);
  }

  @Override
  public String toString() {
    return name;
  }

  /** What happens to rows with the same key. */
  public sealed interface Duplicates {
    /** A second row never enters the table. */
    record NeverEnter() implements Duplicates {}

    /**
     * Every row enters; readers take the one with the highest version, and compaction drops the
     * others.
     *
     * @param versionColumn the column that orders the rows of one key
     */
    record HighestVersionHolds(String versionColumn) implements Duplicates {}
  }
}
