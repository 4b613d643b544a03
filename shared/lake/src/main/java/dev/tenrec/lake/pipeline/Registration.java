package dev.tenrec.lake.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Files of one table that were written together and wait for their commit. They enter the table
 * together or not at all.
 *
 * @param id names the registration; ids made later sort later
 * @param table the table's name
 * @param registeredAt when they were registered
 * @param files at least one
 */
public record Registration(String id, String table, Instant registeredAt, List<File> files) {
  public Registration {
    requireNonNull(id, "id is null");
    requireNonNull(table, "table is null");
    requireNonNull(registeredAt, "registeredAt is null");
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("registration " + id + " has no files: register none");
    }
  }

  /**
   * One written file.
   *
   * @param location where it is
   * @param day the UTC day all rows belong to; empty when they are of several days or the table has
   *     no days
   * @param sizeBytes its size
   * @param records how many rows it has
   */
  public record File(String location, Optional<LocalDate> day, long sizeBytes, long records) {
    public File {
      requireNonNull(location, "location is null");
      requireNonNull(day, "day is null");
    }
  }
}
