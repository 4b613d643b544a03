package dev.tenrec.query.engine;

import dev.tenrec.lake.ScanPlan;
import java.util.List;
import java.util.Set;

/** Brings files of the lake to where an engine can read them. Safe for use by several threads. */
public interface FileSource {
  /**
   * Makes the files readable, or of each at least these columns.
   *
   * @param columns the columns that will be read; a file may lack some of them
   * @return local files, one for each in the same order, that stay until they are closed
   */
  LocalFiles localize(List<ScanPlan.DataFile> files, Set<String> columns);
}
