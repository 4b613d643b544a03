/**
 * Iceberg's files as objects of S3. Small ones are read with one request, large ones in parts, and
 * the columns of Parquet files by ranges; an object is written whole with one request.
 *
 * <p>Start at {@link dev.tenrec.lake.objects.S3Objects}. Iceberg's own S3 files look for Hadoop
 * when they start, and stumble over the few Hadoop classes that reading Parquet needs.
 */
package dev.tenrec.lake.objects;
