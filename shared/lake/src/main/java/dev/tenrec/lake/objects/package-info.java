/**
 * Iceberg's files as objects of S3, read and written whole: metadata, manifests and data files of
 * one batch are small, and the large ones are read by the query engine, not through here.
 *
 * <p>Start at {@link dev.tenrec.lake.objects.S3Objects}. Iceberg's own S3 files look for Hadoop
 * when they start, and stumble over the few Hadoop classes that reading Parquet needs.
 */
package dev.tenrec.lake.objects;
