package dev.tenrec.maintenance;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/** The merges of persons, followed to their end, in a table of DuckDB. */
final class PersonOverrides {
  /** Longer chains than this are a circle. */
  private static final int LONGEST_CHAIN = 30;

  private final Lake lake;
  private final WorkFolder folder;
  private final DuckDb duckDb;

  PersonOverrides(Lake lake, WorkFolder folder, DuckDb duckDb) {
    this.lake = lake;
    this.folder = folder;
    this.duckDb = duckDb;
  }

  /** The same events under the persons they belong to now. */
  String applied(String events) {
    if (!load()) {
      return events;
    }
    return """
    (select event.* replace (coalesce(merge.person_id, event.person_id) as person_id)
     from %s event left join merges merge
     on merge.project_id = event.project_id and merge.old_person_id = event.person_id)\
    """
        .formatted(events);
  }

  private boolean load() {
    Optional<Table> table = lake.existing(LakeTable.PERSON_OVERRIDES);
    List<DataFile> files = table.flatMap(TableFiles::of).map(TableFiles::all).orElse(List.of());
    if (files.isEmpty()) {
      return false;
    }
    List<Path> paths = folder.fetch(table.get().io(), files);
    String rows = Sql.read(paths, table.get().schema());
    duckDb.run(
        "create temp table merges as select project_id, old_person_id, person_id from "
            + Sql.oneOfEachKey(rows, LakeTable.PERSON_OVERRIDES));
    String further =
        "from merges next where next.project_id = merges.project_id"
            + " and next.old_person_id = merges.person_id";
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (duckDb
          .longs("select 1 from merges where exists (select 1 %s) limit 1".formatted(further))
          .isEmpty()) {
        break;
      }
      duckDb.run("update merges set person_id = next.person_id " + further);
    }
    return true;
  }
}
