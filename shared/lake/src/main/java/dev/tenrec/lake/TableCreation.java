package dev.tenrec.lake;

import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;

/**
 * Creates tables and adds columns; any number of processes may do so at the same time.
 *
 * <p>A table with a day column has two partition specs: the default one by day, and an
 * unpartitioned one for files that hold a few rows of each of many days.
 */
final class TableCreation {
  private static final int ATTEMPTS = 10;

  private final Catalog catalog;
  private final Namespace namespace;
  private final String warehouse;

  TableCreation(Catalog catalog, String database, String warehouse) {
    this.catalog = catalog;
    this.namespace = Namespace.of(database);
    this.warehouse = warehouse;
  }

  TableIdentifier identifier(LakeTable table) {
    return TableIdentifier.of(namespace, table.name());
  }

  Table create(LakeTable table) {
    try {
      return createOnce(table);
    } catch (NoSuchNamespaceException | NotFoundException e) {
      createNamespace(e);
      return createOnce(table);
    }
  }

  private Table createOnce(LakeTable table) {
    try {
      Transaction transaction =
          catalog
              .buildTable(identifier(table), IcebergSchema.of(table))
              .withPartitionSpec(PartitionSpec.unpartitioned())
              .withLocation(warehouse + "/" + table.name())
              .withProperties(IcebergSchema.properties(table))
              .createTransaction();
      table
          .dayColumn()
          .ifPresent(column -> transaction.updateSpec().addField(Expressions.day(column)).commit());
      transaction.commitTransaction();
    } catch (AlreadyExistsException | CommitFailedException e) {
      // Another process was first; loading fails if that is not what happened.
      return catalog.loadTable(identifier(table));
    }
    return catalog.loadTable(identifier(table));
  }

  private void createNamespace(RuntimeException cause) {
    if (!(catalog instanceof SupportsNamespaces namespaces)) {
      throw cause;
    }
    try {
      namespaces.createNamespace(namespace);
    } catch (AlreadyExistsException e) {
      // Another process was first.
    }
  }

  void addMissingColumns(Table current, LakeTable table) {
    for (int attempt = 1; !missing(current, table).isEmpty(); attempt++) {
      UpdateSchema update = current.updateSchema();
      Schema defined = IcebergSchema.of(table);
      for (LakeColumn column : missing(current, table)) {
        // A new column is optional, whatever its definition says: older files lack it.
        Types.NestedField field = defined.findField(column.name());
        update.addColumn(field.name(), field.type());
      }
      try {
        update.commit();
      } catch (CommitFailedException | IllegalArgumentException e) {
        // Another process may have added the same columns.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      current.refresh();
    }
  }

  private static List<LakeColumn> missing(Table current, LakeTable table) {
    return table.columns().stream()
        .filter(column -> current.schema().findField(column.name()) == null)
        .toList();
  }
}
