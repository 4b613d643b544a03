/**
 * The Glue data catalog as files: databases and tables, as far as Iceberg's catalog calls it. Start
 * with {@link dev.tenrec.emulators.glue.GlueOperations}.
 */
package dev.tenrec.emulators.glue;
