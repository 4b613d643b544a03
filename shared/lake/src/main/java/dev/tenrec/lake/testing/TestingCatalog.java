package dev.tenrec.lake.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.BaseMetastoreCatalog;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.FileIO;

/** A catalog in memory; a commit is one comparison and exchange, as with Glue. */
final class TestingCatalog extends BaseMetastoreCatalog {
  private final Faults faults;
  private final FileIO files;
  private final Map<TableIdentifier, String> locations = new ConcurrentHashMap<>();

  TestingCatalog(Faults faults, FileIO files) {
    this.faults = faults;
    this.files = files;
  }

  Runnable snapshot() {
    Map<TableIdentifier, String> saved = Map.copyOf(locations);
    return () -> {
      locations.clear();
      locations.putAll(saved);
    };
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier identifier) {
    return new Operations(identifier);
  }

  @Override
  protected String defaultWarehouseLocation(TableIdentifier identifier) {
    return TestingLake.WAREHOUSE + "/" + identifier.name();
  }

  @Override
  public List<TableIdentifier> listTables(Namespace namespace) {
    return List.copyOf(locations.keySet());
  }

  @Override
  public boolean dropTable(TableIdentifier identifier, boolean purge) {
    return locations.remove(identifier) != null;
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    throw new UnsupportedOperationException("tables of a test keep their names");
  }

  private final class Operations extends BaseMetastoreTableOperations {
    private final TableIdentifier identifier;

    Operations(TableIdentifier identifier) {
      this.identifier = identifier;
    }

    @Override
    protected String tableName() {
      return identifier.toString();
    }

    @Override
    public FileIO io() {
      return files;
    }

    @Override
    protected void doRefresh() {
      faults.step("read catalog");
      String location = locations.get(identifier);
      if (location == null && currentMetadataLocation() != null) {
        throw new NoSuchTableException("%s does not exist", identifier);
      }
      if (location == null) {
        disableRefresh();
      } else {
        refreshFromMetadataLocation(location, 0);
      }
    }

    @Override
    protected void doCommit(TableMetadata base, TableMetadata metadata) {
      String location = writeNewMetadataIfRequired(base == null, metadata);
      faults.step("before commit");
      if (base == null) {
        if (locations.putIfAbsent(identifier, location) != null) {
          throw new AlreadyExistsException("%s exists", identifier);
        }
      } else if (!locations.replace(identifier, base.metadataFileLocation(), location)) {
        throw new CommitFailedException("%s has changed", identifier);
      }
      faults.step("after commit");
    }
  }
}
