/**
 * Projects and their public tokens.
 *
 * <p>Start at {@link dev.tenrec.stores.projects.ProjectDirectory} to read on a hot path and {@link
 * dev.tenrec.stores.projects.Projects} to change. Items of the {@code projects} table:
 *
 * <ul>
 *   <li>{@code projects} / {@code project#<id>}: one project with its version
 *   <li>{@code projects} / {@code counter}: the last project id
 *   <li>{@code projects} / {@code version}: counts changes, so that a copy in memory is proven
 *       fresh by one small read
 * </ul>
 */
package dev.tenrec.stores.projects;
